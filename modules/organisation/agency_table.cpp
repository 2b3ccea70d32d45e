#include "organisation/agency_table.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "document/csv_writer.hpp"
#include "document/xlsx_writer.hpp"
#include "http/temporary_file.hpp"

namespace caicach::organisation
{
namespace
{

using Cells = std::vector<std::string>;

template <class CellOf>
Cells cells_of(const CellOf& cell_of)
{
    Cells cells;
    cells.reserve(sheet_columns().size());
    for (const auto& column : sheet_columns()) cells.push_back(cell_of(column));
    return cells;
}

Cells titles()
{
    return cells_of([](const SheetColumn& column) { return std::string(column.title); });
}

Cells explanations()
{
    auto cells = cells_of([](const SheetColumn& column) { return std::string(column.hint); });
    cells.front().insert(0, "# ");
    return cells;
}

/// "Thôn Hạ: Nhà văn hóa thôn | Thôn Thượng: Ông trưởng thôn"
std::string points_of(const KnownAgency& agency)
{
    std::string points;
    for (const auto& contact : agency.contacts) {
        if (contact.kind != "point") continue;
        if (!points.empty()) points.append(" ").append(1, point_parting).append(" ");
        points += point_text(contact.label, contact.value);
    }
    return points;
}

std::string cell_of(const DirectoryState& directory, const KnownAgency& agency,
                    std::string_view column)
{
    const auto& name = agency.name.name;
    if (column == "code") return agency.code;
    if (column == "name") return name.name;
    if (column == "short_name") return name.short_name == name.name ? "" : name.short_name;
    if (column == "kind") return directory.kind(name.kind)->text;
    if (column == "parent")
        return agency.parent ? directory.find(agency.parent->parent)->code : std::string{};
    if (column == "valid_from")
        return agency.life.from == first_day() ? "" : agency.life.from.vietnamese();
    if (column == "valid_to") return agency.life.to ? agency.life.to->vietnamese() : "";
    if (column == "point") return points_of(agency);
    if (const auto* code = agency.official_code(column)) return code->code;
    const auto* contact = agency.contact(column);
    return contact ? contact->value : std::string{};
}

Cells row_of(const DirectoryState& directory, const KnownAgency& agency)
{
    return cells_of(
        [&](const SheetColumn& column) { return cell_of(directory, agency, column.key); });
}

Result<void> add_row(document::XlsxWriter& writer, Cells row)
{
    std::vector<document::SheetCell> cells;
    cells.reserve(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
        const bool is_day = sheet_columns()[i].key.starts_with("valid_");
        const auto day = is_day ? Date::from_vietnamese(row[i]) : std::nullopt;
        cells.push_back({.text = std::move(row[i]), .number = {}, .day = day});
    }
    return writer.add_row(cells);
}

Result<std::string> bytes_of(const std::string& path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::string bytes(error ? 0 : size, '\0');
    std::ifstream stream{path, std::ios::binary};
    if (error || !stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        return internal_failure("cannot read the workbook back");
    return bytes;
}

template <class AddRows>
Result<std::string> workbook(const std::string& folder, const AddRows& add_rows)
{
    const auto file = TRY(http::TemporaryFile::create(folder));
    std::vector<document::SheetColumn> heads;
    for (const auto& column : sheet_columns())
        heads.push_back({.title = std::string(column.title), .width = column.width});
    auto writer = TRY(document::XlsxWriter::create(file.path(), "Cơ quan", heads));
    TRY(add_rows(writer));
    TRY(writer.finish());
    return bytes_of(file.path());
}

}  // namespace

std::string agencies_csv(const DirectoryState& directory, std::span<const AgencySummary> agencies)
{
    document::CsvWriter writer;
    writer.add_row(titles());
    for (const auto& agency : agencies)
        writer.add_row(row_of(directory, *directory.find(agency.code)));
    return writer.take();
}

Result<std::string> agencies_xlsx(const DirectoryState& directory,
                                  std::span<const AgencySummary> agencies,
                                  const std::string& folder)
{
    return workbook(folder, [&](document::XlsxWriter& writer) -> Result<void> {
        for (const auto& agency : agencies)
            TRY(add_row(writer, row_of(directory, *directory.find(agency.code))));
        return {};
    });
}

std::string template_csv()
{
    document::CsvWriter writer;
    writer.add_row(titles());
    writer.add_row(explanations());
    return writer.take();
}

Result<std::string> template_xlsx(const std::string& folder)
{
    return workbook(folder,
                    [](document::XlsxWriter& writer) { return add_row(writer, explanations()); });
}

}  // namespace caicach::organisation
