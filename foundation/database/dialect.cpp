#include <algorithm>
#include <string>
#include <string_view>

#include "database/migration.hpp"

namespace caicach::database
{

namespace
{

bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string_view postgres_word(std::string_view word)
{
    if (word == "INTEGER") return "BIGINT";
    if (word == "REAL") return "DOUBLE PRECISION";
    if (word == "BLOB") return "BYTEA";
    return word;
}

std::string search_index(std::string_view name, bool is_postgres)
{
    const std::string table(name);
    if (!is_postgres)
        return "CREATE VIRTUAL TABLE " + table + " USING fts5(title, body, tokenize = 'vi')";
    return "CREATE TABLE " + table + " (id BIGINT PRIMARY KEY, words TSVECTOR NOT NULL); " +
           "CREATE INDEX " + table + "_words ON " + table + " USING gin (words)";
}

/// `{STRICT}` and `{SEARCH_INDEX name}`; another text in braces stays (JSON in a default value).
std::string expand(std::string_view token, bool is_postgres)
{
    constexpr std::string_view index = "SEARCH_INDEX ";
    if (token == "STRICT") return is_postgres ? "" : "STRICT";
    if (token.starts_with(index)) return search_index(token.substr(index.size()), is_postgres);
    return "{" + std::string(token) + "}";
}

/// Where a 'text', "name" or comment that begins at `begin` ends; `begin` where none begins.
std::size_t end_of_literal(std::string_view sql, std::size_t begin)
{
    const char first = sql[begin];
    std::size_t end = begin;
    if (first == '\'' || first == '"')
        end = sql.find(first, begin + 1);
    else if (sql.substr(begin).starts_with("--"))
        end = sql.find('\n', begin);
    else
        return begin;
    return end == std::string_view::npos ? sql.size() : end + 1;
}

/// One line at a time, as a section's mark is a line of its own.
std::string sections_of(std::string_view sql, bool is_postgres)
{
    std::string kept;
    bool is_ours = true;
    while (!sql.empty()) {
        const std::size_t end = std::min(sql.find('\n'), sql.size() - 1) + 1;
        const std::string_view line = sql.substr(0, end);
        sql.remove_prefix(end);
        if (line.starts_with("-- sqlite:"))
            is_ours = !is_postgres;
        else if (line.starts_with("-- postgres:"))
            is_ours = is_postgres;
        else if (line.starts_with("-- both:"))
            is_ours = true;
        else if (is_ours)
            kept += line;
    }
    return kept;
}

}  // namespace

std::string in_dialect(std::string_view sql, bool is_postgres)
{
    const std::string source = sections_of(sql, is_postgres);
    const std::string_view all(source);
    std::string result;
    std::size_t at = 0;
    while (at < all.size()) {
        std::size_t end = end_of_literal(all, at);
        if (end > at) {
            result += all.substr(at, end - at);
        } else if (all[at] == '{' && all.find('}', at) != std::string_view::npos) {
            end = all.find('}', at) + 1;
            result += expand(all.substr(at + 1, end - at - 2), is_postgres);
        } else if (is_word(all[at])) {
            while (end < all.size() && is_word(all[end])) ++end;
            const std::string_view word = all.substr(at, end - at);
            result += is_postgres ? postgres_word(word) : word;
        } else {
            result += all[at];
            end = at + 1;
        }
        at = end;
    }
    return result;
}

}  // namespace caicach::database
