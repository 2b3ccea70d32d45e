#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace caicach::plan
{

/// A run of letters and digits, or one punctuation mark, with its place in the original text.
struct Word {
    std::string folded{};  ///< lower case without diacritics; dashes are "-", quotes '"'
    std::uint32_t begin{};
    std::uint32_t end{};
    bool letters{};  ///< a word or number, not a mark
    bool capital{};  ///< its first letter is a capital
    bool digits{};   ///< digits alone
};

/// A text cut into words once, for all scanners: they compare folded words and answer places in
/// the original, so that what people see is never the folded form.
class Words
{
public:
    Words() = default;
    explicit Words(std::string_view text);

    [[nodiscard]] std::size_t size() const { return m_words.size(); }
    [[nodiscard]] bool empty() const { return m_words.empty(); }
    [[nodiscard]] const Word& operator[](std::size_t at) const { return m_words[at]; }
    [[nodiscard]] const std::string& text() const { return m_text; }
    /// True for a short text without small letters: a heading.
    [[nodiscard]] bool all_capitals() const { return m_all_capitals; }
    /// True where word `at` exists and is `folded`.
    [[nodiscard]] bool is(std::size_t at, std::string_view folded) const
    {
        return at < m_words.size() && m_words[at].folded == folded;
    }
    /// True where nothing stands between word `at` and the next.
    [[nodiscard]] bool glued(std::size_t at) const
    {
        return at + 1 < m_words.size() && m_words[at].end == m_words[at + 1].begin;
    }
    /// The end of `phrase` (folded words parted by blanks) if it stands at `at`, else 0.
    [[nodiscard]] std::size_t match(std::size_t at, std::string_view phrase) const;
    /// The original text of words [from, to).
    [[nodiscard]] std::string_view slice(std::size_t from, std::size_t to) const;
    /// The first word that begins at or after byte `offset`.
    [[nodiscard]] std::size_t at_offset(std::size_t offset) const;

private:
    std::string m_text{};
    std::vector<Word> m_words{};
    bool m_all_capitals{};
};

/// Phrases with a value, looked up by their first word: the price of a look-up does not grow with
/// the table.
template <class T>
class PhraseTable
{
public:
    struct Hit {
        const T* value{};
        std::size_t end{};
    };

    /// `skips_marks`: commas and dashes of the text that a phrase does not have are passed over,
    /// so that "so ban nganh" finds "sở, ban, ngành".
    explicit PhraseTable(bool skips_marks = false) : m_skips_marks{skips_marks} {}

    void add(std::string_view phrase, T value)
    {
        const Words words{phrase};
        std::vector<std::string> rest;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].letters || !m_skips_marks) rest.push_back(words[i].folded);
        }
        if (rest.empty()) return;
        auto first = std::move(rest.front());
        rest.erase(rest.begin());
        m_entries[std::move(first)].push_back({std::move(rest), std::move(value)});
    }

    /// The longest phrase that stands at `at`.
    [[nodiscard]] std::optional<Hit> find(const Words& words, std::size_t at) const
    {
        if (at >= words.size()) return std::nullopt;
        const auto found = m_entries.find(words[at].folded);
        if (found == m_entries.end()) return std::nullopt;
        std::optional<Hit> best;
        for (const auto& entry : found->second) {
            const auto end = end_of(words, at + 1, entry.rest);
            if (end != 0 && (!best || end > best->end)) best = Hit{&entry.value, end};
        }
        return best;
    }

    /// The phrases that begin with this word, for searches that forgive slips.
    struct Entry {
        std::vector<std::string> rest{};
        T value{};
    };
    [[nodiscard]] const std::unordered_map<std::string, std::vector<Entry>>& entries() const
    {
        return m_entries;
    }

private:
    [[nodiscard]] std::size_t end_of(const Words& words, std::size_t at,
                                     const std::vector<std::string>& rest) const
    {
        for (const auto& word : rest) {
            if (m_skips_marks && at + 1 < words.size() && is_skipped(words[at])) ++at;
            if (at >= words.size() || words[at].folded != word) return 0;
            ++at;
        }
        return at;
    }
    [[nodiscard]] static bool is_skipped(const Word& word)
    {
        return word.folded == "," || word.folded == "-" || word.folded == "/" ||
               word.folded == "&" || word.folded == ".";
    }

    bool m_skips_marks{};
    std::unordered_map<std::string, std::vector<Entry>> m_entries{};
};

/// A number in digits ("02", "2,5", "1.234") or in words ("hai"), and the word after it.
struct Number {
    double value{};
    std::size_t end{};
    bool whole{};
};
[[nodiscard]] std::optional<Number> number_at(const Words& words, std::size_t at);
/// A whole number in digits of at most four places.
[[nodiscard]] std::optional<int> small_number(std::string_view digits);
/// The value of a Roman numeral up to 39, nothing for other words.
[[nodiscard]] std::optional<int> roman_value(std::string_view text);

/// True where the first letter of `text` is a capital, a small letter.
[[nodiscard]] bool begins_with_capital(std::string_view text);
[[nodiscard]] bool begins_with_small_letter(std::string_view text);
/// True where no small letter stands in `text`, and at least two capitals do.
[[nodiscard]] bool is_upper_case(std::string_view text);
/// The text with its first letter as a capital.
[[nodiscard]] std::string with_capital(std::string_view text);

}  // namespace caicach::plan
