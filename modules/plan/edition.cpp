#include "plan/edition.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/slug.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

struct StateRow {
    EditionState state{};
    std::string_view key{};
    std::string_view label{};
};
constexpr std::array<StateRow, 6> states{{{EditionState::reading, "reading", "Đang đọc tệp"},
                                          {EditionState::failed, "failed", "Không đọc được"},
                                          {EditionState::draft, "draft", "Đang rà soát"},
                                          {EditionState::in_force, "in_force", "Đang thực hiện"},
                                          {EditionState::replaced, "replaced", "Đã được thay thế"},
                                          {EditionState::discarded, "discarded", "Đã bỏ"}}};

constexpr std::size_t slug_length_max = 80;
constexpr std::size_t title_bytes_max = 2000;

/// A year of our time; 0 where the word is none.
int year_in(std::string_view word)
{
    constexpr int first = 2000;
    constexpr int last = 2100;
    int year{};
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), year);
    const bool is_year =
        error == std::errc{} && end == word.data() + word.size() && year >= first && year <= last;
    return is_year ? year : 0;
}

}  // namespace

const std::string& key_of(const Reference& reference)
{
    if (reference.number) return *reference.number;
    return reference.name ? *reference.name : reference.kind;
}

std::string_view name_of(EditionState state)
{
    return std::ranges::find(states, state, &StateRow::state)->key;
}

EditionState edition_state_from(std::string_view text)
{
    const auto found = std::ranges::find(states, text, &StateRow::key);
    VERIFY(found != states.end());
    return found->state;
}

std::string_view label(EditionState state)
{
    return std::ranges::find(states, state, &StateRow::state)->label;
}

std::string_view subject_label(std::string_view subject)
{
    return subject == "communication" ? "Kế hoạch tuyên truyền cải cách hành chính"
                                      : "Kế hoạch cải cách hành chính";
}

Result<void> Edition::check_document() const
{
    if (text::trim(document.title).empty()) {
        return failure(Failure::invalid, "plan.document.title_missing", "title");
    }
    if (text::trim(document.issuer).empty()) {
        return failure(Failure::invalid, "plan.document.issuer_missing", "issuer");
    }
    if (document.year < 2000 || document.year > 2100) {
        return failure(Failure::invalid, "plan.document.year_missing", "year");
    }
    return {};
}

int last_year(const DocumentFacts& document)
{
    const auto folded = text::fold(document.title);
    const auto words = text::words(folded);
    int last = document.year;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto year = year_in(words[i]);
        if (year == 0) continue;
        const auto until = i + 1 < words.size() ? year_in(words[i + 1]) : 0;
        const bool is_named = i > 0 && words[i - 1] == "nam";
        const bool is_end = is_named && i > 1 && words[i - 2] == "den";
        if (until > year) {
            if (document.year <= until) last = std::max(last, until);
        } else if (is_end) {
            last = std::max(last, year);
        } else if (is_named && year == document.year) {
            return year;  // "năm 2022" says it, whatever programme the plan belongs to
        }
    }
    return last;
}

std::string public_slug(const DocumentFacts& document)
{
    constexpr std::string_view said = "ke-hoach-";
    auto whole = text::slug(document.title, title_bytes_max);
    if (whole.starts_with(said)) whole.erase(0, said.size());
    const auto year = std::to_string(document.year);
    auto slug = text::slug(whole, slug_length_max);
    if (slug.ends_with(year) || slug.find(year + "-") != std::string::npos) return slug;
    const auto ending = "-nam-" + year;
    slug = text::slug(whole, slug_length_max - ending.size());
    return slug.empty() ? ending.substr(1) : slug + ending;
}

}  // namespace caicach::plan
