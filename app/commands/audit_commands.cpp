#include <fmt/format.h>

#include <cstdio>

#include "app/commands.hpp"
#include "audit/api.hpp"
#include "json/value.hpp"

namespace caicach::app
{
namespace
{

json::Value json_of(const audit::Verification& verification)
{
    auto value = json::Value::object()
                     .set("ok", !verification.first_bad)
                     .set("rows", verification.rows)
                     .set("checkpoints", verification.checkpoints);
    if (!verification.first_bad) return value;
    const auto& bad = *verification.first_bad;
    auto row = json::Value::object()
                   .set("seq", bad.seq)
                   .set("fault", audit::key_of(bad.fault))
                   .set("text", audit::in_words(bad));
    if (bad.against) row.set("checkpoint", bad.against->seq);
    return value.set("first_bad", std::move(row));
}

int print(const audit::Verification& verification, bool is_json)
{
    const auto code = code_of(verification.first_bad ? ExitCode::data : ExitCode::ok);
    if (is_json) {
        fmt::print("{}\n", json::dump(json_of(verification)));
    } else if (verification.first_bad) {
        fmt::print("FAIL {} rows, {} checkpoints are right; then: {}\n", verification.rows,
                   verification.checkpoints, audit::in_words(*verification.first_bad));
    } else {
        fmt::print("OK   {} rows, {} checkpoints\n", verification.rows, verification.checkpoints);
    }
    return code;
}

}  // namespace

int run_audit_verify(const CommandLine& line, const AuditArguments& arguments)
{
    auto opened = open_existing(line);
    if (!opened) return report(opened.error());
    auto& system = *opened->system;
    const auto newest = require_newest_schema(system);
    if (!newest) return report(newest.error(), system.messages());
    auto transaction = system.database().read();
    if (!transaction) return report(transaction.error(), system.messages());
    const auto verification = audit::verify_against(
        *transaction,
        {.checkpoint_file = arguments.checkpoint_file, .public_key = arguments.public_key});
    if (!verification) return report(verification.error(), system.messages());
    return print(*verification, line.is_json);
}

int run_audit_export(const CommandLine& line, const AuditArguments& arguments)
{
    auto opened = open_existing(line);
    if (!opened) return report(opened.error());
    auto& system = *opened->system;
    auto transaction = system.database().read();
    if (!transaction) return report(transaction.error(), system.messages());
    const auto write = [](std::string_view text) { fmt::print("{}", text); };
    const auto exported = audit::export_chain(
        *transaction, write,
        arguments.is_csv ? audit::ExportFormat::csv : audit::ExportFormat::json_lines);
    if (!exported) return report(exported.error(), system.messages());
    return code_of(ExitCode::ok);
}

int run_audit_key(const CommandLine& line)
{
    const auto opened = open_existing(line);
    if (!opened) return report(opened.error());
    const auto& system = *opened->system;
    const auto key = audit::public_key(system.services().data_folder);
    if (!key) return report(key.error(), system.messages());
    if (line.is_json) {
        fmt::print("{}\n", json::dump(json::Value::object().set("public_key", *key)));
    } else {
        fmt::print("{}\n", *key);
    }
    return code_of(ExitCode::ok);
}

}  // namespace caicach::app
