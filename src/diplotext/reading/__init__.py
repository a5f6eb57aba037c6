"""One article, read once: layout, sentences, dates, mentions, who is who, clauses."""
