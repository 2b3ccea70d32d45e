#include "search/dialect.hpp"

#include "database/search_words.hpp"
#include "text/text.hpp"

namespace caicach::search
{

namespace
{

/// Words hold no quotation marks; doubling them all the same costs nothing.
std::string quoted(std::string_view word, char mark)
{
    std::string text(1, mark);
    for (const char c : word) {
        if (c == mark || (mark == '\'' && c == '\\')) text += c;
        text += c;
    }
    return text + mark;
}

std::string fts5_phrase(const Phrase& phrase)
{
    return quoted(text::join(phrase.words, " "), '"') + (phrase.is_prefix ? " *" : "");
}

std::string postgres_phrase(const Phrase& phrase)
{
    std::string text;
    for (const std::string& word : phrase.words) {
        if (!text.empty()) text += " <-> ";
        text += quoted(word, '\'');
    }
    return text + (phrase.is_prefix ? ":*" : "");
}

template <class Write>
std::string written(const Query& query, Write write, std::string_view and_sign,
                    std::string_view or_sign)
{
    std::string text;
    for (const std::vector<Phrase>& any_of : query.all_of) {
        if (!text.empty()) text += and_sign;
        text += '(';
        for (std::size_t i = 0; i < any_of.size(); ++i) {
            if (i > 0) text += or_sign;
            text += write(any_of[i]);
        }
        text += ')';
    }
    return text;
}

/// Answers the next free place.
std::size_t add_words(std::string& vector, std::string_view text, std::size_t place,
                      std::string_view weight)
{
    const auto add = [&](std::string_view word) {
        vector += quoted(word, '\'');
        vector += ':' + std::to_string(place);
        vector += weight;
        vector += ' ';
    };
    for (const std::string_view found : text::words(text)) {
        const database::SearchWord word = database::search_word(found);
        add(word.exact);
        if (word.folded != word.exact && !word.folded.empty()) add(word.folded);
        ++place;
    }
    return place;
}

}  // namespace

std::string fts5_query(const Query& query) { return written(query, fts5_phrase, " AND ", " OR "); }

std::string postgres_query(const Query& query)
{
    return written(query, postgres_phrase, " & ", " | ");
}

std::string postgres_words(std::string_view title, std::string_view body)
{
    std::string vector;
    // A gap, so that no phrase goes from the title into the body.
    const std::size_t body_begins = add_words(vector, title, 1, "A") + 1;
    add_words(vector, body, body_begins, "");
    return vector;
}

std::string_view within(std::string_view text, std::size_t bytes_max, std::size_t words_max)
{
    std::string_view cut = text.substr(0, bytes_max);
    // Not through a character.
    while (cut.size() < text.size() && !cut.empty() &&
           (static_cast<unsigned char>(text[cut.size()]) & 0xC0U) == 0x80U)
        cut.remove_suffix(1);
    const std::vector<std::string_view> words = text::words(cut);
    if (words.size() <= words_max) return cut;
    const std::string_view last = words[words_max - 1];
    return cut.substr(0, static_cast<std::size_t>(last.data() + last.size() - cut.data()));
}

}  // namespace caicach::search
