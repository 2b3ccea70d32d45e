#include "search/query.hpp"

#include <algorithm>
#include <utility>

#include "database/search_words.hpp"
#include "text/text.hpp"

namespace caicach::search
{

namespace
{

constexpr std::size_t synonyms_per_group_max = 10;

/// What stands between blanks, or between quotation marks, is a phrase: "19/2020/NĐ-CP" too.
class Reader
{
public:
    explicit Reader(std::string_view text) : m_rest(text) {}

    std::vector<Phrase> read()
    {
        while (!m_rest.empty() && m_word_count < query_words_max) {
            const std::string_view piece = next_piece();
            Phrase phrase = words_of(piece);
            if (!phrase.words.empty()) m_phrases.push_back(std::move(phrase));
        }
        return std::move(m_phrases);
    }

private:
    static constexpr std::string_view blanks = " \t\r\n";

    std::string_view next_piece()
    {
        const bool is_quoted = m_rest.front() == '"';
        if (is_quoted) m_rest.remove_prefix(1);
        std::size_t end = is_quoted ? m_rest.find('"') : m_rest.find_first_of(" \t\r\n\"");
        end = std::min(end, m_rest.size());
        // The closing mark belongs to the piece, and so does a star right behind it.
        if (is_quoted && end < m_rest.size()) {
            ++end;
            if (end < m_rest.size() && m_rest[end] == '*') ++end;
        }
        const std::string_view piece = m_rest.substr(0, end);
        m_rest.remove_prefix(end);
        while (!m_rest.empty() && blanks.find(m_rest.front()) != std::string_view::npos)
            m_rest.remove_prefix(1);
        return piece;
    }

    Phrase words_of(std::string_view piece)
    {
        Phrase phrase;
        for (const std::string_view word : text::words(piece)) {
            if (++m_word_count > query_words_max) return phrase;
            phrase.words.push_back(database::search_word(word).exact);
            const auto end = static_cast<std::size_t>(word.data() + word.size() - piece.data());
            const std::string_view after = piece.substr(end);
            phrase.is_prefix = after.starts_with('*') || after.starts_with("\"*");
        }
        return phrase;
    }

    std::string_view m_rest;
    std::size_t m_word_count{};
    std::vector<Phrase> m_phrases;
};

/// People's other quotation marks mean the same.
std::string with_plain_quotes(std::string_view text)
{
    std::string plain(text);
    for (const std::string_view mark : {"“", "”", "„", "«", "»"})
        plain = text::replace_all(plain, mark, "\"");
    return plain;
}

std::vector<std::string> exact_words(std::string_view text)
{
    std::vector<std::string> words;
    for (const std::string_view word : text::words(text))
        words.push_back(database::search_word(word).exact);
    return words;
}

/// A word typed without diacritics means the known one with them.
bool means(const std::string& typed, const std::string& known)
{
    return typed == known || typed == text::fold(known);
}

/// How many phrases from `begin` on say just `known`, all their words taken together; 0 for none.
std::size_t phrases_that_say(std::span<const Phrase> phrases, const std::vector<std::string>& known)
{
    std::size_t matched = 0;
    for (std::size_t i = 0; i < phrases.size() && !phrases[i].is_prefix; ++i) {
        for (const std::string& word : phrases[i].words) {
            if (matched == known.size() || !means(word, known[matched])) return 0;
            ++matched;
        }
        if (matched == known.size()) return i + 1;
    }
    return 0;
}

struct Found {
    std::size_t phrases{};
    std::size_t words{};
    const SynonymGroup* group{};
};

Found longest_synonym(std::span<const Phrase> phrases, std::span<const SynonymGroup> synonyms)
{
    Found best;
    for (const SynonymGroup& group : synonyms) {
        for (const std::string& member : group) {
            const std::vector<std::string> words = exact_words(member);
            const std::size_t said = words.empty() ? 0 : phrases_that_say(phrases, words);
            if (said > 0 && words.size() > best.words) best = {said, words.size(), &group};
        }
    }
    return best;
}

std::vector<Phrase> alternatives(std::span<const Phrase> typed, const SynonymGroup& group)
{
    Phrase as_typed;
    for (const Phrase& phrase : typed)
        as_typed.words.insert(as_typed.words.end(), phrase.words.begin(), phrase.words.end());
    std::vector<Phrase> any{std::move(as_typed)};
    for (const std::string& member :
         std::span(group).first(std::min(group.size(), synonyms_per_group_max))) {
        Phrase phrase{.words = exact_words(member), .is_prefix = false};
        if (!phrase.words.empty() && std::find(any.begin(), any.end(), phrase) == any.end())
            any.push_back(std::move(phrase));
    }
    return any;
}

}  // namespace

Query parse_query(std::string_view text, std::span<const SynonymGroup> synonyms)
{
    const std::string cleaned =
        with_plain_quotes(text::clean_input(text.substr(0, query_bytes_max)));
    const std::vector<Phrase> phrases = Reader(cleaned).read();
    Query query;
    for (std::span<const Phrase> rest(phrases); !rest.empty();) {
        const Found found = longest_synonym(rest, synonyms);
        const std::size_t used = std::max<std::size_t>(found.phrases, 1);
        if (found.group != nullptr)
            query.all_of.push_back(alternatives(rest.first(used), *found.group));
        else
            query.all_of.push_back({rest.front()});
        rest = rest.subspan(used);
    }
    return query;
}

}  // namespace caicach::search
