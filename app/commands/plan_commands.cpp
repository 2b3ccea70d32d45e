#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

#include "app/commands.hpp"
#include "document/reader.hpp"
#include "organisation/api.hpp"
#include "plan/importer/importer.hpp"
#include "plan/importing.hpp"
#include "plan/reading.hpp"

namespace caicach::app
{
namespace
{

std::string file_name_of(const std::string& path)
{
    return std::filesystem::path(path).filename().string();
}

/// A scan takes its time: say so, on the terminal only.
plan::ReadingProgress terminal_progress()
{
    if (isatty(STDERR_FILENO) == 0) return {};
    return [](int percent, const std::string& text) {
        fmt::print(stderr, "\r{:3} %  {}   ", percent, text);
        if (percent >= 90) fmt::print(stderr, "\n");
        return true;
    };
}

int print_stage(const ReadArguments& arguments, const std::string& name)
{
    const auto source = document::read(arguments.file, {.name = name});
    if (!source) return report(source.error());
    const auto text = plan::stage_text(*source, arguments.stage);
    if (!text) return report(text.error());
    fmt::print("{}", *text);
    return code_of(ExitCode::ok);
}

}  // namespace

int run_plan_read(const CommandLine& /*line*/, const ReadArguments& arguments)
{
    const auto name = file_name_of(arguments.file);
    if (!arguments.stage.empty() && arguments.stage != "document") {
        return print_stage(arguments, name);
    }
    const auto reading = plan::read_plan_file(arguments.file, name, terminal_progress());
    if (!reading) return report(reading.error());
    const auto messages = all_messages();
    for (const auto& key : reading->source.notes) {
        fmt::print(stderr, "{}\n", messages.render(key));
    }
    for (const auto& note : reading->plan.document.notes) {
        fmt::print(stderr, "{}\n", messages.render(note.key, {note.text}));
    }
    fmt::print("{}\n", json::dump(plan::to_schema_json(reading->plan), true));
    return code_of(ExitCode::ok);
}

int run_plan_import(const CommandLine& line, const ImportArguments& arguments)
{
    auto opened = open_system(line);
    if (!opened) return report(opened.error());
    auto& system = *opened->system;
    const auto migrated = system.migrate();
    if (!migrated) return report(migrated.error(), system.messages());
    auto context = system.system_context("caicach plan import");
    const auto edition = plan::import_file(
        context, {.path = arguments.file,
                  .name = file_name_of(arguments.file),
                  .coordinator_code = arguments.coordinator.empty() ? "SNV" : arguments.coordinator,
                  .amends_code = arguments.amends});
    if (!edition) return report(edition.error(), system.messages());
    auto notes = json::Value::array();
    for (const auto& note : edition->notes) {
        const auto text = context.message({.key = note.key, .arguments = {note.text}});
        if (!line.is_json) fmt::print(stderr, "{}\n", text);
        notes.push(text);
    }
    if (line.is_json) {
        fmt::print("{}\n", json::dump(json::Value::object()
                                          .set("code", edition->code)
                                          .set("title", edition->document.title)
                                          .set("edition", edition->number)
                                          .set("notes", std::move(notes))));
    } else {
        fmt::print("Draft {} is ready for review: {}\n", edition->code, edition->document.title);
    }
    return code_of(ExitCode::ok);
}

}  // namespace caicach::app
