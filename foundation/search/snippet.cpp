#include "search/snippet.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "database/search_words.hpp"
#include "text/text.hpp"

namespace caicach::search
{
namespace
{

/// A word with what stands behind it up to the next: cut there, nothing is cut in two.
struct Place {
    std::size_t begin{};
    std::size_t word_end{};
    std::size_t end{};
    std::optional<std::size_t> term{};  ///< which of the query's it is
};

struct Term {
    std::string word{};
    bool is_folded{};  ///< typed without diacritics: finds all spellings
    bool is_prefix{};
};

void add_terms(std::vector<Term>& terms, const Phrase& phrase)
{
    for (const auto& word : phrase.words) {
        const bool is_last = &word == &phrase.words.back();
        terms.push_back({.word = word,
                         .is_folded = text::fold(word) == word,
                         .is_prefix = is_last && phrase.is_prefix});
    }
}

std::vector<Term> terms_of(const Query& query)
{
    std::vector<Term> terms;
    for (const auto& any_of : query.all_of)
        for (const auto& phrase : any_of) add_terms(terms, phrase);
    return terms;
}

bool is_said(const Term& term, const database::SearchWord& word)
{
    const auto& spelling = term.is_folded ? word.folded : word.exact;
    return term.is_prefix ? spelling.starts_with(term.word) : spelling == term.word;
}

std::vector<Place> places_in(std::string_view text, const std::vector<Term>& terms)
{
    const auto words = text::words(text);
    std::vector<Place> places;
    places.reserve(words.size());
    for (const auto word : words) {
        const auto begin = static_cast<std::size_t>(word.data() - text.data());
        if (!places.empty()) places.back().end = begin;
        Place place{.begin = begin, .word_end = begin + word.size(), .end = text.size()};
        const auto searched = database::search_word(word);
        for (std::size_t i = 0; i < terms.size() && !place.term; ++i)
            if (is_said(terms[i], searched)) place.term = i;
        places.push_back(place);
    }
    return places;
}

/// How many places from `first` on there is room for: one at least.
std::size_t fitting(const std::vector<Place>& places, std::size_t first, std::size_t bytes_max)
{
    std::size_t last = first;
    while (last + 1 < places.size() && places[last + 1].word_end - places[first].begin <= bytes_max)
        ++last;
    return last - first + 1;
}

/// How many different words of the query stand there.
std::size_t worth(const std::vector<Place>& places, std::size_t first, std::size_t count,
                  std::vector<char>& is_met)
{
    std::ranges::fill(is_met, 0);
    for (std::size_t i = first; i < first + count; ++i)
        if (places[i].term) is_met[*places[i].term] = 1;
    return static_cast<std::size_t>(std::ranges::count(is_met, 1));
}

/// Where the best part begins: some words before the first found one, so that it can be understood.
std::size_t best_first(const std::vector<Place>& places, std::size_t term_count,
                       std::size_t bytes_max)
{
    constexpr std::size_t words_before = 6;
    constexpr std::size_t tries_max = 200;  // of a text that says little else
    std::vector<char> is_met(term_count);
    std::size_t best = 0;
    std::size_t best_worth = 0;
    std::size_t tries = 0;
    for (std::size_t i = 0; i < places.size() && tries < tries_max; ++i) {
        if (!places[i].term) continue;
        ++tries;
        const auto first = i > words_before ? i - words_before : 0;
        const auto found = worth(places, first, fitting(places, first, bytes_max), is_met);
        if (found > best_worth) {
            best_worth = found;
            best = first;
        }
    }
    return best;
}

void add(std::vector<SnippetPiece>& pieces, std::string_view text, bool is_found)
{
    if (text.empty()) return;
    if (!pieces.empty() && pieces.back().is_found == is_found)
        pieces.back().text += text;
    else
        pieces.push_back({std::string(text), is_found});
}

}  // namespace

std::vector<SnippetPiece> snippet(std::string_view text, const Query& query, std::size_t bytes_max)
{
    const auto terms = terms_of(query);
    const auto places = places_in(text, terms);
    std::vector<SnippetPiece> pieces;
    if (places.empty()) return pieces;
    auto first = best_first(places, terms.size(), bytes_max);
    // The beginning of a text reads best.
    if (places[first].begin < bytes_max / 4) first = 0;
    const auto count = fitting(places, first, bytes_max);
    if (first > 0) add(pieces, "… ", false);
    for (std::size_t i = first; i < first + count; ++i) {
        const auto& place = places[i];
        const bool is_last = i + 1 == first + count;
        add(pieces, text.substr(place.begin, place.word_end - place.begin), place.term.has_value());
        if (!is_last) add(pieces, text.substr(place.word_end, place.end - place.word_end), false);
    }
    if (first + count < places.size()) add(pieces, " …", false);
    return pieces;
}

std::size_t count_said(std::string_view text, const Query& query)
{
    const auto written = text::words(text);
    std::vector<database::SearchWord> words;
    words.reserve(written.size());
    for (const auto word : written) words.push_back(database::search_word(word));
    const auto stands = [&](const Term& term) {
        return std::ranges::any_of(words, [&](const auto& word) { return is_said(term, word); });
    };
    const auto is_whole = [&](const Phrase& phrase) {
        std::vector<Term> terms;
        add_terms(terms, phrase);
        return std::ranges::all_of(terms, stands);
    };
    return static_cast<std::size_t>(std::ranges::count_if(
        query.all_of, [&](const auto& any_of) { return std::ranges::any_of(any_of, is_whole); }));
}

}  // namespace caicach::search
