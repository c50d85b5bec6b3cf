//! What a command answers: a document for programs, words for eyes.

use std::io::{ErrorKind, Result as Written, Write};
use std::process::ExitCode;

use serde::Serialize;
use serde_json::{Value, json};

use crate::plain::harmless;
use crate::wire::Refusal;

/// A command's answer.
#[derive(Debug)]
pub(super) struct Reply {
    document: Value,
    words: String,
}

impl Reply {
    /// A document that is printed as it is.
    pub(super) fn text(words: String) -> Self {
        Self { document: serde_json::from_str(&words).unwrap_or_else(|_| Value::String(words.clone())), words }
    }

    /// An answer in both forms.
    pub(super) fn new(document: &impl Serialize, words: impl Into<String>) -> Self {
        // Every type of the wire is a plain document: numbers, texts, lists.
        Self { document: serde_json::to_value(document).unwrap_or(Value::Null), words: harmless(&words.into()) }
    }

    /// The same, with one more paragraph for eyes.
    pub(super) fn and(mut self, paragraph: &str) -> Self {
        self.words = format!("{}\n\n{}", self.words.trim_end(), harmless(paragraph));
        self
    }

    /// The same, with one more field.
    pub(super) fn with(mut self, field: &str, value: &impl Serialize) -> Self {
        if let Value::Object(document) = &mut self.document {
            document.insert(field.to_owned(), serde_json::to_value(value).unwrap_or(Value::Null));
        }
        self
    }

    /// The same, with these words below its own.
    pub(super) fn over(self, words: &str) -> Self {
        Self { words: format!("{}\n{words}", self.words), ..self }
    }

    /// The same, with these words above its own.
    pub(super) fn under(self, words: &str) -> Self {
        Self { words: format!("{words}\n{}", self.words), ..self }
    }
}

/// Prints what came of a command and says how the program ends.
pub(super) fn print(answer: Result<Reply, Refusal>, as_json: bool) -> ExitCode {
    match answer {
        Ok(Reply { document, words }) => {
            ended(out(&if as_json { pretty(&document) } else { words.trim_end().to_owned() }), ExitCode::SUCCESS)
        }
        Err(refusal) => {
            let told = if as_json { out(&pretty(&json!({ "error": refusal }))) } else { Ok(()) };
            say(&harmless(&refusal.message));
            ended(told, ending(&refusal))
        }
    }
}

/// A reader that went away (`| head`) wants no more; an answer that cannot be written otherwise was not given.
pub(super) fn ended(written: Written<()>, code: ExitCode) -> ExitCode {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            say(&format!(
                "The answer cannot be written: {error}. What was asked for is done; look at the output's place."
            ));
            ExitCode::FAILURE
        }
        _ => code,
    }
}

/// The error of a wrong usage, for programs.
pub(super) fn print_usage_error(message: &str) -> Written<()> {
    out(&pretty(&json!({ "error": { "code": "usage", "message": message, "field": null } })))
}

fn ending(refusal: &Refusal) -> ExitCode {
    match refusal.code.as_str() {
        "book_damaged" | "book_newer" | "book_foreign" | "book_empty" => ExitCode::from(3),
        _ => ExitCode::from(1),
    }
}

fn pretty(document: &Value) -> String {
    serde_json::to_string_pretty(document).unwrap_or_default()
}

fn out(words: &str) -> Written<()> {
    if words.is_empty() {
        return Ok(());
    }
    let mut out = std::io::stdout().lock();
    writeln!(out, "{words}")?;
    out.flush()
}

fn say(words: &str) {
    // A closed standard error is no reason to do anything else.
    let _ = writeln!(std::io::stderr(), "{words}");
}
