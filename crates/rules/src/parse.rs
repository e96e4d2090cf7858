//! From text to SQL's tree, with positions as bytes.

use std::ops::Range;

use sqlparser::{
    ast::Expr,
    dialect::AnsiDialect,
    keywords::Keyword,
    parser::{Parser, ParserError},
    tokenizer::{Location, Span, Token, TokenWithSpan, Tokenizer, Whitespace},
};

use crate::fault::{Construct, Fault, FaultKind};

/// The longest text of a rule, in bytes.
pub const LONGEST: usize = 64 * 1024;

/// The most words and signs of a rule. It bounds how long a chain of operators can get.
pub const MOST_TOKENS: usize = 4096;

/// What nests deeper and cannot be read has nested too deeply.
const DEEP: usize = 16;

/// The text of a rule and where its lines begin.
pub(crate) struct Source<'a> {
    text: &'a str,
    lines: Vec<usize>,
}

impl<'a> Source<'a> {
    pub(crate) fn new(text: &'a str) -> Source<'a> {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Source { text, lines }
    }

    /// The byte of a place that the parser counts in lines and characters.
    fn byte(&self, place: Location) -> usize {
        let line = usize::try_from(place.line).unwrap_or(1).saturating_sub(1);
        let column = usize::try_from(place.column).unwrap_or(1).saturating_sub(1);
        let Some(&start) = self.lines.get(line) else { return self.text.len() };
        let rest = self.text.get(start..).unwrap_or_default();
        rest.char_indices().nth(column).map_or(self.text.len(), |(at, _)| start + at)
    }

    pub(crate) fn bytes(&self, span: Span) -> Range<usize> {
        let start = self.byte(span.start);
        start..self.byte(span.end).max(start)
    }

    pub(crate) fn whole(&self) -> Range<usize> {
        let start = self.text.len() - self.text.trim_start().len();
        start..self.text.trim_end().len().max(start)
    }
}

/// Reads one expression and nothing behind it.
pub(crate) fn parse(source: &Source<'_>) -> Result<Expr, Fault> {
    let fault = |at, kind| Fault { at, kind };
    if source.text.trim().is_empty() {
        return Err(fault(source.whole(), FaultKind::Empty));
    }
    if source.text.len() > LONGEST {
        return Err(fault(source.whole(), FaultKind::TooLong));
    }
    let dialect = AnsiDialect {};
    let tokens = Tokenizer::new(&dialect, source.text).tokenize_with_location().map_err(|error| {
        let at = source.byte(error.location);
        fault(at..at, FaultKind::Syntax { found: String::new() })
    })?;
    if let Some(comment) =
        tokens.iter().find(|token| matches!(token.token, Token::Whitespace(Whitespace::MultiLineComment(_))))
    {
        return Err(fault(source.bytes(comment.span), FaultKind::Unsupported(Construct::BlockComment)));
    }
    let words = tokens.iter().filter(|token| !matches!(token.token, Token::Whitespace(_))).count();
    if words > MOST_TOKENS {
        return Err(fault(source.whole(), FaultKind::TooLong));
    }
    // `SELECT` and the like would lead the parser far away from conditions.
    if let Some(query) = tokens.iter().find(|token| is_query(&token.token)) {
        return Err(fault(source.bytes(query.span), FaultKind::Unsupported(Construct::Subquery)));
    }
    let mut parser = Parser::new(&dialect).with_tokens_with_locations(tokens.clone());
    let parsed = parser.parse_expr();
    let complete = parsed.is_ok() && parser.peek_token().token == Token::EOF;
    // The parser gives up on deep nesting, but not always with the words for it.
    if !complete && deepest(&tokens) > DEEP {
        return Err(fault(source.whole(), FaultKind::TooDeep));
    }
    if let Some(word) = if complete { None } else { misplaced(&tokens) } {
        return Err(unexpected(source, word));
    }
    match parsed {
        Ok(expression) => {
            let next = parser.peek_token();
            if next.token == Token::EOF { Ok(expression) } else { Err(unexpected(source, &next)) }
        }
        Err(ParserError::RecursionLimitExceeded) => Err(fault(source.whole(), FaultKind::TooDeep)),
        Err(ParserError::ParserError(message) | ParserError::TokenizerError(message)) => {
            let place = place(&message).unwrap_or_else(|| parser.peek_token().span.start);
            let token = tokens.iter().find(|token| token.span.start == place && place.line > 0);
            Err(token.map_or_else(
                || fault(source.text.len()..source.text.len(), FaultKind::Syntax { found: String::new() }),
                |token| unexpected(source, token),
            ))
        }
    }
}

/// How deeply parentheses and CASE stand inside one another.
fn deepest(tokens: &[TokenWithSpan]) -> usize {
    let (mut depth, mut most) = (0usize, 0);
    for token in tokens {
        let keyword = if let Token::Word(word) = &token.token { word.keyword } else { Keyword::NoKeyword };
        match (&token.token, keyword) {
            (Token::LParen, _) | (_, Keyword::CASE) => depth += 1,
            (Token::RParen, _) | (_, Keyword::END) => depth = depth.saturating_sub(1),
            _ => {}
        }
        most = most.max(depth);
    }
    most
}

fn is_query(token: &Token) -> bool {
    matches!(token, Token::Word(word) if word.quote_style.is_none()
        && matches!(word.keyword, Keyword::SELECT | Keyword::EXISTS | Keyword::WITH))
}

/// A word such as AND where a value is needed. The parser takes it for a name and stumbles over what comes after it.
fn misplaced(tokens: &[TokenWithSpan]) -> Option<&TokenWithSpan> {
    let words: Vec<_> = tokens.iter().filter(|token| !matches!(token.token, Token::Whitespace(_))).collect();
    let joins = |token: &Token| {
        matches!(token, Token::Word(word) if word.quote_style.is_none()
            && matches!(word.keyword, Keyword::AND | Keyword::OR | Keyword::THEN | Keyword::ELSE | Keyword::WHEN
                | Keyword::IN | Keyword::IS | Keyword::BETWEEN))
    };
    let waits = |token: &Token| {
        matches!(
            token,
            Token::Eq
                | Token::Neq
                | Token::Lt
                | Token::Gt
                | Token::LtEq
                | Token::GtEq
                | Token::Plus
                | Token::Minus
                | Token::Mul
                | Token::Div
                | Token::LParen
                | Token::Comma
        ) || matches!(token, Token::Word(word) if matches!(word.keyword, Keyword::AND | Keyword::OR | Keyword::NOT))
    };
    // NOT IN and NOT BETWEEN are one word each.
    let pair = |first: &Token, second: &Token| {
        matches!((first, second), (Token::Word(a), Token::Word(b))
            if a.keyword == Keyword::NOT && matches!(b.keyword, Keyword::IN | Keyword::BETWEEN))
    };
    let first = words.first().filter(|token| joins(&token.token)).copied();
    let later = || {
        words.iter().zip(words.iter().skip(1)).find_map(|(before, after)| {
            let wrong = waits(&before.token) && joins(&after.token) && !pair(&before.token, &after.token);
            wrong.then_some(*after)
        })
    };
    first.or_else(later)
}

fn unexpected(source: &Source<'_>, token: &TokenWithSpan) -> Fault {
    let at = source.bytes(token.span);
    let found = source.text.get(at.clone()).unwrap_or_default().to_owned();
    Fault { at, kind: FaultKind::Syntax { found } }
}

/// The parser tells the place of a mistake at the end of its message only: `… at Line: 1, Column: 8`.
fn place(message: &str) -> Option<Location> {
    let (_, tail) = message.rsplit_once("Line: ")?;
    let (line, column) = tail.split_once(", Column: ")?;
    Some(Location { line: line.trim().parse().ok()?, column: column.trim().parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn fault(text: &str) -> (Range<usize>, FaultKind) {
        let fault = parse(&Source::new(text)).unwrap_err();
        (fault.at, fault.kind)
    }

    #[test]
    fn syntax_faults_have_places() {
        let syntax = |found: &str| FaultKind::Syntax { found: found.to_owned() };
        assert_eq!(fault("age >= AND x"), (7..10, syntax("AND")));
        assert_eq!(fault("ä = 1"), (0..2, syntax("ä")));
        assert_eq!(fault("name = 'ä' )"), (12..13, syntax(")")));
        assert_eq!(fault("age\n >= 'ä' x"), (13..14, syntax("x")));
        assert_eq!(fault("age ="), (5..5, syntax("")));
        assert_eq!(fault("  "), (2..2, FaultKind::Empty));
        assert_eq!(fault("a; b").1, syntax(";"));
        assert_eq!(fault("a = 'open").1, syntax(""));
        assert_eq!(fault("a /* b */ = 1"), (2..9, FaultKind::Unsupported(Construct::BlockComment)));
        assert_eq!(fault("a IN (SELECT 1)"), (6..12, FaultKind::Unsupported(Construct::Subquery)));
    }

    #[test]
    fn what_is_too_large_is_refused_without_trying() {
        assert_eq!(fault(&"x AND ".repeat(4000)).1, FaultKind::TooLong);
        assert_eq!(fault(&" x".repeat(40_000)).1, FaultKind::TooLong);
        assert_eq!(fault(&"(".repeat(4000)).1, FaultKind::TooDeep);
        assert!(parse(&Source::new(&"NOT ".repeat(4000))).is_err());
        assert!(parse(&Source::new(&"- ".repeat(1000))).is_err());
        assert!(parse(&Source::new(&format!("x{}", " AND x".repeat(2000)))).is_ok());
    }
}
