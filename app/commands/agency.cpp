#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "app/commands.hpp"
#include "document/limits.hpp"
#include "json/value.hpp"
#include "organisation/api.hpp"

namespace caicach::app
{
namespace
{

using organisation::ImportReport;

Result<std::string> bytes_of(const std::string& path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error) return failure(Failure::not_found, "document.missing");
    if (size > document::limits::text_file_bytes_max)
        return failure(Failure::too_large, "document.limit.file", {},
                       {std::to_string(document::limits::text_file_bytes_max >> 20U)});
    std::string bytes(size, '\0');
    std::ifstream stream{path, std::ios::binary};
    if (!stream.read(bytes.data(), static_cast<std::streamsize>(size)))
        return failure(Failure::not_found, "document.missing");
    return bytes;
}

void print_json(const ImportReport& found, const text::Messages& messages)
{
    auto conflicts = json::Value::array();
    for (const auto& conflict : found.conflicts) {
        conflicts.push(json::Value::object()
                           .set("row", conflict.row)
                           .set("column", conflict.column)
                           .set("key", conflict.error.key)
                           .set("text", messages.render(conflict.error)));
    }
    auto unused = json::Value::array();
    for (const auto& column : found.unused_columns) unused.push(column);
    fmt::print("{}\n", json::dump(json::Value::object()
                                      .set("done", !found.code.empty())
                                      .set("import", found.code)
                                      .set("created", found.created)
                                      .set("changed", found.changed)
                                      .set("unchanged", found.unchanged)
                                      .set("conflicts", std::move(conflicts))
                                      .set("unused_columns", std::move(unused))));
}

void print_text(const ImportReport& found, const text::Messages& messages)
{
    for (const auto& column : found.unused_columns)
        fmt::print(stderr, "Column not used: {}\n", column);
    for (const auto& conflict : found.conflicts)
        fmt::print(stderr, "Row {}, {}: {}\n", conflict.row, conflict.column,
                   messages.render(conflict.error));
    fmt::print("{}: {} created, {} changed, {} unchanged, {} refused\n",
               found.code.empty() ? "Nothing was done" : "Import " + found.code, found.created,
               found.changed, found.unchanged, found.conflicts.size());
}

}  // namespace

int run_agency_import(const CommandLine& line, const AgencyImportArguments& arguments)
{
    const auto bytes = bytes_of(arguments.file);
    if (!bytes) return report(bytes.error());
    auto opened = open_system(line);
    if (!opened) return report(opened.error());
    auto& system = *opened->system;
    const auto migrated = system.migrate();
    if (!migrated) return report(migrated.error(), system.messages());
    auto context = system.system_context("caicach agency import");
    const auto name = std::filesystem::path(arguments.file).filename().string();
    const auto outcome = organisation::import_agencies_file(
        context, {.name = name, .bytes = *bytes, .is_dry_run = arguments.is_dry_run});
    if (!outcome) return report(outcome.error(), system.messages());
    if (line.is_json)
        print_json(*outcome, system.messages());
    else
        print_text(*outcome, system.messages());
    return code_of(outcome->conflicts.empty() ? ExitCode::ok : ExitCode::data);
}

}  // namespace caicach::app
