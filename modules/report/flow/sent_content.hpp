#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "report/amount.hpp"
#include "report/form/definition.hpp"

/// What was sent, read back from its frozen text, and what two of them say differently. Pure.
namespace caicach::report
{

struct SentNumber {
    std::string key{};
    Amount sent{};
    std::optional<Amount> computed{};
};
struct SentRow {
    int number{};
    std::string name{};
    std::vector<std::string> cells{};
};
struct SentFile {
    std::string name{};
    std::string sha256{};
};

struct SentContent {
    std::vector<SentNumber> numbers{};  ///< in the order of the form
    std::map<std::string, std::vector<SentRow>> tables{};
    std::map<std::string, std::string> texts{};
    std::vector<SentFile> files{};

    /// Nothing where none was sent of that key.
    [[nodiscard]] const SentNumber* number(std::string_view key) const;
};
/// invalid "report.submission.unreadable" for what no program of ours froze.
[[nodiscard]] Result<SentContent> sent_content_from(std::string_view frozen);

/// One thing that two submissions say differently, in words.
struct SentDifference {
    std::string part{};    ///< "Hồ sơ", "Mô hình hay, dòng 2, Tên"
    std::string before{};  ///< empty: it was not there
    std::string after{};
    std::string less{};  ///< of numbers that subtract: what came to it, "+3"
};
/// In the order of the form; the earlier one is told by its own version of it.
struct SentSide {
    const SentContent& content;
    const Definition& definition;
};
[[nodiscard]] std::vector<SentDifference> differences_of(const SentSide& before,
                                                         const SentSide& after);

/// Rows of a table as people know them: "dòng 2", or the name of a fixed one.
[[nodiscard]] std::string name_of(const SentRow& row);
/// A cell of a table for people: numbers as "1.234,5".
[[nodiscard]] std::string shown_cell_of(const FormColumn& column, std::string_view value);

}  // namespace caicach::report
