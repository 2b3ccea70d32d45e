#include "attachment/secrecy.hpp"

#include <algorithm>
#include <vector>

#include "attachment/api.hpp"
#include "attachment/reference_data.hpp"
#include "attachment/reference_files.hpp"
#include "document/reader.hpp"
#include "manifest/row_days.hpp"
#include "text/text.hpp"

namespace caicach::attachment
{
namespace
{

constexpr std::size_t first_lines = 40;  ///< of a document, where its head stands

struct Mark {
    std::string text{};
    RowDays days{};
};

Result<std::vector<Mark>> read_marks(const text::Table& table)
{
    std::vector<Mark> marks;
    for (const auto& row : table.rows()) {
        const auto mark = table.at(row, "mark");
        if (text::trim(mark).empty()) return text::malformed_field(row.line, "mark", mark);
        Mark read{.text = text::lower(text::trim(mark))};
        read.days = TRY(row_days(table, row));
        marks.push_back(std::move(read));
    }
    return marks;
}

Result<void> check_marks(const text::Table& table)
{
    TRY(read_marks(table));
    return {};
}

constexpr text::ReferenceFile marks_file{"secrecy_marks.csv", reference_data::secrecy_marks,
                                         check_marks};

std::span<const Mark> marks()
{
    // Once: own tables are in their place before anybody asks, and were checked.
    static const auto all = [] {
        const auto table = MUST(text::table_of(marks_file));
        return MUST(read_marks(table));
    }();
    return all;
}

bool is_mark(std::string_view text, Date today)
{
    const auto said = text::lower(text::trim(text));
    return std::ranges::any_of(
        marks(), [&](const Mark& mark) { return mark.days.holds_on(today) && mark.text == said; });
}

bool may_hold_text(FileKind kind)
{
    return kind == FileKind::docx || kind == FileKind::odt || kind == FileKind::pdf ||
           kind == FileKind::text;
}

}  // namespace

bool names_secret(std::string_view title, Date today)
{
    for (const auto* brackets : {"()", "[]"}) {
        for (auto open = title.find(brackets[0]); open != std::string_view::npos;
             open = title.find(brackets[0], open + 1)) {
            const auto close = title.find(brackets[1], open);
            if (close == std::string_view::npos) break;
            if (is_mark(title.substr(open + 1, close - open - 1), today)) return true;
        }
    }
    return false;
}

Result<void> require_no_secret(const std::string& path, FileKind kind, std::string_view name,
                               Date today)
{
    const auto refused = [] { return failure(Failure::invalid, "attachment.secret", "file"); };
    if (names_secret(name, today)) return refused();
    if (!may_hold_text(kind)) return {};
    const auto read = document::read(path, {.name = std::string{name}, .may_recognise = false});
    if (!read) return {};
    const auto count = std::min(first_lines, read->lines.size());
    for (const auto& line : std::span{read->lines}.first(count)) {
        // The head of a document is a table of two columns.
        for (const auto cell : text::split(line.text, '\t'))
            if (is_mark(cell, today)) return refused();
    }
    return {};
}

std::span<const text::ReferenceFile> reference_files() { return {&marks_file, 1}; }

}  // namespace caicach::attachment
