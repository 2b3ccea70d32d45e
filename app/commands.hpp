#pragma once
#include <cstdint>
#include <functional>
#include <string>

#include "app/exit_code.hpp"
#include "app/system.hpp"

namespace caicach::app
{

/// What every command is given: the options that hold for all of them.
struct CommandLine {
    std::string data_folder{};
    std::string config_file{};
    std::map<std::string, std::string> settings{};  ///< from --port and --set section.key=value
    bool is_json{};
};

/// Loads the configuration and opens the system; on failure says why and what to do.
struct Opened {
    Configuration configuration;
    std::unique_ptr<System> system;
};
/// Where nobody names one: $CAICACH_DATA, the service's $STATE_DIRECTORY, the packaged folder where
/// we may read it, else one below the person's home.
[[nodiscard]] std::string default_data_folder();
[[nodiscard]] Result<Configuration> load_configuration(const CommandLine& line);
[[nodiscard]] Result<Opened> open_system(const CommandLine& line);
/// With another clock than the machine's, which outlives the system.
[[nodiscard]] Result<Opened> open_system(const CommandLine& line, const Clock& clock);
/// For commands that only look: not_found "app.no_data" rather than an empty database made by a
/// misspelt --data.
[[nodiscard]] Result<Opened> open_existing(const CommandLine& line);

/// The texts for people, where no system is open that has them.
[[nodiscard]] text::Messages all_messages();
/// Says on standard error what went wrong; the exit code.
int report(const Error& error, const text::Messages& messages);
int report(const Error& error);
/// The same as a sentence.
[[nodiscard]] std::string in_words(const Error& error);

int run_serve(const CommandLine& line, bool without_links);
int run_work(const CommandLine& line);
int run_migrate(const CommandLine& line, bool is_dry_run);

struct DemoArguments {
    int years{};          ///< 0: the sample province, small and without a past
    std::string until{};  ///< ISO; empty: today
    std::uint64_t seed{1};
    int agencies{150};
    int officers{3'000};
};
int run_demo(const CommandLine& line, const DemoArguments& arguments);
int run_check(const CommandLine& line, const std::string& only, bool repairs);
int run_doctor(const CommandLine& line);
int run_config_check(const CommandLine& line);
int run_config_show(const CommandLine& line);
int run_routes(const CommandLine& line);

int run_backup_create(const CommandLine& line, const std::string& to);
int run_backup_verify(const CommandLine& line, const std::string& path);
int run_backup_restore(const CommandLine& line, const std::string& from);

struct AdministratorArguments {
    std::string name{};
    std::string agency{};     ///< code
    std::string user_name{};  ///< empty: chosen with the password
    bool removes_second_factor{};
};
int run_account_administrator(const CommandLine& line, const AdministratorArguments& arguments);

struct AgencyImportArguments {
    std::string file{};
    bool is_dry_run{};
};
int run_agency_import(const CommandLine& line, const AgencyImportArguments& arguments);

/// conflict "app.schema_older": what only looks asks about the newest tables.
[[nodiscard]] Result<void> require_newest_schema(System& system);

struct AuditArguments {
    std::string checkpoint_file{};  ///< kept off the machine; empty: none
    std::string public_key{};       ///< 64 hexadecimal digits; empty: any
    bool is_csv{};                  ///< of the export
};
int run_audit_verify(const CommandLine& line, const AuditArguments& arguments);
int run_audit_export(const CommandLine& line, const AuditArguments& arguments);
int run_audit_key(const CommandLine& line);

struct ReadArguments {
    std::string file{};
    std::string stage{};  ///< text, clean, outline, classified, fields; empty: the document
};
int run_plan_read(const CommandLine& line, const ReadArguments& arguments);

struct ImportArguments {
    std::string file{};
    std::string amends{};       ///< public code of the plan that the file amends; empty: a new plan
    std::string coordinator{};  ///< code of the coordinating agency; empty: Sở Nội vụ's
};
int run_plan_import(const CommandLine& line, const ImportArguments& arguments);

}  // namespace caicach::app
