//! Runout: how many credits are left, when they run out, what the next generation will take.
fn main() {}
