#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.hpp"

/// What the designer of forms asks of each piece of a form: fields of a page, which are members of
/// the JSON that forms are kept as, and columns of a workbook. Pure.
namespace caicach::report
{

/// Pieces of a form that are edited one by one.
enum class Piece { general, course, flow, section, indicator, table, narrative, check };

enum class FieldKind {
    text,
    long_text,
    lines,    ///< texts, one a line
    number,   ///< whole
    flag,     ///< yes or no
    choice,   ///< one of `words`
    choices,  ///< some of `words`
    day,      ///< of a year: "30/11"
    known,    ///< one of those that the program knows
    many      ///< some of those that the program knows
};

/// What the program knows, to choose from.
enum class Known { nothing, figures, told_tables, indicators, cut_offs, reporters };

struct Word {
    std::string_view value{};  ///< as the JSON has it
    std::string_view label{};
};

struct FieldSpec {
    std::string_view path{};  ///< "due.day": of the member, with dots between
    std::string_view label{};
    FieldKind kind{FieldKind::text};
    std::string_view hint{};
    std::span<const Word> words{};
    std::string_view otherwise{};  ///< what a member that is not there means
    Known known{Known::nothing};
    bool is_required{};
};
[[nodiscard]] std::span<const FieldSpec> specs_of(Piece piece);
/// Of one column of a table; their paths stand behind "columns.N.".
[[nodiscard]] std::span<const FieldSpec> column_specs();
[[nodiscard]] std::string column_path(std::size_t column, std::string_view path);

/// Each value as a field of a page says it.
using FieldValues = std::map<std::string, std::vector<std::string>, std::less<>>;
[[nodiscard]] FieldValues values_of(const json::Value& object, std::span<const FieldSpec> specs);
/// Of a table with its columns.
[[nodiscard]] FieldValues table_values_of(const json::Value& object);
[[nodiscard]] std::string_view value_at(const FieldValues& values, std::string_view path);

/// What is empty is left out; what is no number goes as it was typed, to be refused where forms
/// are read.
[[nodiscard]] json::Value object_of(const FieldValues& values, std::span<const FieldSpec> specs);
/// Of a table; columns without a name are left out.
[[nodiscard]] json::Value table_object_of(const FieldValues& values);

/// The field that a JSON pointer below a piece stands for; empty: none of its fields.
[[nodiscard]] std::string path_of(std::string_view pointer, Piece piece);

}  // namespace caicach::report
