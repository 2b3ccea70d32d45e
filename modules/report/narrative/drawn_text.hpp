#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/api.hpp"
#include "report/form/definition.hpp"
#include "text/reference.hpp"

/// Drafts of what a report says in words, drawn of what the program knows.
namespace caicach::report
{

/// Of each paragraph; the rest is counted.
inline constexpr std::size_t examples_max = 10;

/// The words that drafts are made with, by key: "late.head", "late.line" …
class Wording
{
public:
    /// data/reference/report_phrases.csv, as it holds on the day.
    [[nodiscard]] static Result<Wording> on(Date day);

    /// The phrase with {0}, {1} and {2} filled in; empty where there is none of that key.
    [[nodiscard]] std::string say(std::string_view key, std::string_view first,
                                  std::string_view second = {}, std::string_view third = {}) const;

    struct Phrase {
        std::string key{};
        std::string text{};
    };

private:
    std::vector<Phrase> m_phrases{};
};
[[nodiscard]] text::ReferenceFile phrases_file();

/// Paragraphs and lines of "- …": what was done, is late, stands in the way, comes next, as the
/// narrative asks for, each counted, with some examples. Empty where there is nothing to tell.
/// Pure.
[[nodiscard]] std::string draw(const Narrative& narrative,
                               std::span<const evidence::ToldLine> lines, const Wording& wording);

/// What the text of a narrative is drawn of: lines about this agency and the period, of its area
/// alone where it has one.
[[nodiscard]] Result<std::vector<evidence::ToldLine>> lines_for(Context& context,
                                                                database::Transaction& transaction,
                                                                const Narrative& narrative,
                                                                const evidence::Telling& telling);

}  // namespace caicach::report
