//! Words that know what they say: fact, forecast, trouble.

/// A piece of text and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// What they are.
    pub mark: Mark,
}

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Words.
    Plain,
    /// A fact that carries the sentence.
    Fact,
    /// Estimated or forecast.
    Forecast,
    /// Trouble.
    Trouble,
    /// What lapses.
    Lapse,
    /// Said quietly.
    Quiet,
}

/// A text of spans, written from left to right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Span>);

impl Text {
    /// Words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::default().then(Mark::Plain, text)
    }

    /// More, of this kind.
    #[must_use]
    pub fn then(mut self, mark: Mark, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.0.push(Span { text, mark });
        }
        self
    }

    /// This, then that.
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// More words.
    #[must_use]
    pub fn say(self, text: impl Into<String>) -> Self {
        self.then(Mark::Plain, text)
    }

    /// A fact.
    #[must_use]
    pub fn fact(self, text: impl Into<String>) -> Self {
        self.then(Mark::Fact, text)
    }

    /// A forecast.
    #[must_use]
    pub fn forecast(self, text: impl Into<String>) -> Self {
        self.then(Mark::Forecast, text)
    }
}

/// The bare words, as the command line prints them.
impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|span| f.write_str(&span.text))
    }
}
