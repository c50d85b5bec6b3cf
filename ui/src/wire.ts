// The types of what crosses, as Rust writes them.
export * from './bindings';
