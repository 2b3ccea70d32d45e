#include "app/commands/backup.hpp"

#include <fmt/format.h>

#include "app/commands/findings.hpp"

namespace caicach::app
{
namespace
{

constexpr std::int64_t kilobyte = 1024;

/// "What to write to" is an own way to fail, apart from wrong data.
int refused(const Error& error)
{
    const bool is_target = error.field == "to" || error.field == "data";
    const int code = report(error);
    return is_target && error.kind == Failure::conflict ? code_of(ExitCode::cannot_create) : code;
}

json::Value summary(const Manifest& manifest)
{
    return json::Value::object()
        .set("ok", true)
        .set("made_at", manifest.made_at)
        .set("program", manifest.program)
        .set("database", manifest.database)
        .set("files", static_cast<std::int64_t>(manifest.files.size()))
        .set("bytes", manifest.bytes())
        .set("audit_rows", manifest.audit_rows);
}

json::Value list_of(const std::vector<std::string>& sentences)
{
    auto list = json::Value::array();
    for (const auto& sentence : sentences) list.push(sentence);
    return list;
}

std::string in_figures(const Manifest& manifest)
{
    return fmt::format("{} files, {} KB, {} audit lines", manifest.files.size(),
                       manifest.bytes() / kilobyte, manifest.audit_rows);
}

}  // namespace

int run_backup_create(const CommandLine& line, const std::string& to)
{
    auto opened = open_existing(line);
    if (!opened) return report(opened.error());
    const auto made = create_backup(*opened->system, opened->configuration, to);
    if (!made) return refused(made.error());
    if (line.is_json) {
        fmt::print("{}\n", json::dump(summary(made->manifest)
                                          .set("ok", made->problems.empty())
                                          .set("path", made->path)
                                          .set("problems", list_of(made->problems))));
    } else {
        fmt::print("The backup is in {}: {}.\n", made->path, in_figures(made->manifest));
    }
    for (const auto& problem : made->problems) fmt::print(stderr, "caicach: {}\n", problem);
    return code_of(made->problems.empty() ? ExitCode::ok : ExitCode::data);
}

int run_backup_verify(const CommandLine& line, const std::string& path)
{
    const auto manifest = verify_backup(path);
    if (!manifest) {
        if (line.is_json) {
            fmt::print("{}\n", json::dump(json::Value::object()
                                              .set("ok", false)
                                              .set("key", manifest.error().key)
                                              .set("fault", in_words(manifest.error()))));
        }
        return report(manifest.error());
    }
    if (line.is_json) {
        fmt::print("{}\n", json::dump(summary(*manifest)));
    } else {
        fmt::print("The backup of {} is whole: {}.\n", manifest->made_at, in_figures(*manifest));
    }
    return code_of(ExitCode::ok);
}

int run_backup_restore(const CommandLine& line, const std::string& from)
{
    const auto manifest = restore_backup(line, from);
    if (!manifest) return refused(manifest.error());
    auto opened = open_existing(line);
    if (!opened) return report(opened.error());
    const auto findings = ask_checks(*opened->system);
    if (!findings) return report(findings.error());
    if (line.is_json) {
        fmt::print("{}\n", json::dump(summary(*manifest)
                                          .set("ok", are_right(*findings))
                                          .set("data", line.data_folder)
                                          .set("checks", to_json(*findings)),
                                      true));
    } else {
        fmt::print("The backup of {} is restored into {}: {}.\n", manifest->made_at,
                   line.data_folder, in_figures(*manifest));
        print(*findings);
    }
    return code_of(are_right(*findings) ? ExitCode::ok : ExitCode::data);
}

}  // namespace caicach::app
