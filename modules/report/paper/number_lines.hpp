#pragma once
#include <span>
#include <string>
#include <vector>

#include "document/official_document.hpp"
#include "report/filling/filled.hpp"

/// Numbers of a report on paper: a few as lines, many as a table. Pure.
namespace caicach::report
{

/// A number, with the one of the year to date beside it where the form asks for both.
struct PaperNumber {
    const FilledIndicator* of_period{};
    const FilledIndicator* of_year{};  ///< none: it is asked for by itself
};
/// Those that stand together: of the same figure, one behind the other.
[[nodiscard]] std::vector<PaperNumber> paper_numbers(
    std::span<const FilledIndicator* const> indicators);

/// "12", "85,5%", "97,1% (850/875)", "Có"; empty where there is none.
[[nodiscard]] std::string number_text(const FilledIndicator& indicator);

/// "- Tin, bài: 12 tin, bài; lũy kế từ đầu năm: 45 tin, bài." each; those that nobody gave are left
/// out.
[[nodiscard]] std::vector<document::OfficialBlock> number_lines(
    std::span<const PaperNumber> numbers);
/// With their units; "–" where nobody gave one.
[[nodiscard]] document::OfficialTable number_table(std::span<const PaperNumber> numbers);

}  // namespace caicach::report
