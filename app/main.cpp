#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <string>

#include "app/commands.hpp"
#include "app/demo/demo_shape.hpp"
#include "app/version.hpp"

namespace
{

using caicach::app::CommandLine;

constexpr const char* description =
    "Cải Cách: a province's plans of public administration reform, from the signed paper to the\n"
    "public page.\n\n"
    "First steps:\n"
    "  caicach demo --data var/sample          fill an empty folder with the sample province\n"
    "  caicach serve --data var/sample         serve it on http://127.0.0.1:8080\n"
    "  caicach plan read plan.docx             print what the importer reads, as JSON\n"
    "  caicach plan import plan.docx           keep it as a draft for review\n";

constexpr const char* closing_words =
    "Settings, the nearer wins: default, TOML file (--config, else caicach.toml in the data\n"
    "folder), environment (CAICACH_SERVER__PORT is server.port; CAICACH_DATABASE__URL_FILE names "
    "a\n"
    "file that holds the value), options. `caicach config show` lists them all.\n"
    "Exit codes are those of sysexits.h: 0 done, 64 wrong usage, 65 wrong data or a check that\n"
    "found faults, 66 no such file, 69 something needed is away, 70 a fault of the program,\n"
    "73 cannot create, 75 try again, 78 wrong configuration.\n"
    "`caicach COMMAND --help` tells more of each command.";

/// "section.key=value" of --set; the configuration says what is wrong with it.
void take_settings(CommandLine& line, const std::vector<std::string>& assignments)
{
    for (const auto& assignment : assignments) {
        const auto cut = assignment.find('=');
        line.settings[assignment.substr(0, cut)] =
            cut == std::string::npos ? "" : assignment.substr(cut + 1);
    }
}

std::string version_for(const CommandLine& line)
{
    const std::string version{caicach::app::version()};
    return line.is_json ? R"({"name":"caicach","version":")" + version + "\"}" : version;
}

/// The options that every command takes, before its name or behind it.
struct Common {
    CommandLine line{.data_folder = caicach::app::default_data_folder()};
    std::vector<std::string> assignments{};

    void add_to(CLI::App& command)
    {
        constexpr const char* group = "Options of every command";
        command.add_option("--data", line.data_folder, "Folder of the database and the files")
            ->capture_default_str()
            ->group(group);
        command.add_option("--config", line.config_file, "TOML file of settings")
            ->check(CLI::ExistingFile)
            ->group(group);
        command
            .add_option_function<std::vector<std::string>>(
                "--set",
                [this](const std::vector<std::string>& given) {
                    assignments.insert(assignments.end(), given.begin(), given.end());
                },
                "A setting: section.key=value (repeatable)")
            ->allow_extra_args(false)
            ->group(group);
        command.add_flag("--json", line.is_json, "Answer as JSON, for machines")->group(group);
    }
};

/// Adds the commands; each leaves in `chosen` what to do once the line is read.
class Commands
{
public:
    Commands(CLI::App& app, Common& common) : m_app(app), m_common(common)
    {
        add_serving();
        add_plan();
        add_agencies();
        add_accounts();
        add_care();
        add_audit();
        add_backup();
        add_config();
        teach_when_bare(app);
    }

    [[nodiscard]] int run() const { return m_chosen(); }

private:
    CLI::App& add(CLI::App& parent, const char* name, const char* text, const char* example,
                  std::function<int()> run)
    {
        auto& command = *parent.add_subcommand(name, text);
        m_common.add_to(command);
        command.footer(std::string{"For example:\n"} + example);
        command.callback([this, run = std::move(run)] { m_chosen = run; });
        return command;
    }

    /// Not CLI11's own demand, which would hide what it thinks of a misspelt name.
    void teach_when_bare(CLI::App& group)
    {
        group.callback([this, &group] {
            if (!group.get_subcommands().empty()) return;
            m_chosen = [this, &group] {
                const auto parent = &group == &m_app ? "" : m_app.get_name();
                std::fputs(group.help(parent).c_str(), stderr);
                return caicach::app::code_of(caicach::app::ExitCode::usage);
            };
        });
    }

    CLI::App& add_group(const char* name, const char* text)
    {
        auto& group = *m_app.add_subcommand(name, text);
        m_common.add_to(group);
        teach_when_bare(group);
        return group;
    }

    void add_serving()
    {
        auto& serve =
            add(m_app, "serve", "Serve the pages (and run jobs) until SIGTERM",
                "  caicach serve --data var/sample --port 9000      pages on port 9000\n"
                "  caicach serve --set work.in_server=false         jobs run in `caicach work`",
                [this] {
                    if (!m_port.empty()) m_common.line.settings["server.port"] = m_port;
                    return caicach::app::run_serve(m_common.line, m_without_links);
                });
        serve.add_option("--port", m_port, "Port of the pages; 0 takes a free one")
            ->check(CLI::Range(0, 65535));
        serve.add_flag("--no-sample-links", m_without_links,
                       "Do not print the one-time sign-in links of a sample province");
        add(m_app, "work", "Run jobs without pages, beside one or more `serve`",
            "  caicach work --data /var/lib/caicach",
            [this] { return caicach::app::run_work(m_common.line); });
        auto& migrate = add(m_app, "migrate", "Bring the database up to date (backs it up first)",
                            "  caicach migrate --dry-run --json                 what is to come",
                            [this] { return caicach::app::run_migrate(m_common.line, m_dry_run); });
        migrate.add_flag("--dry-run", m_dry_run, "Only say what would be done");
        add_demo();
    }

    void add_demo()
    {
        auto& demo = add(
            m_app, "demo", "Fill an empty data folder with the sample province",
            "  caicach demo --data var/sample && caicach serve --data var/sample\n"
            "  caicach demo --years 5 --data var/large           a large one, with a past: minutes",
            [this] { return caicach::app::run_demo(m_common.line, m_demo); });
        auto& years = *demo.add_option("--years", m_demo.years,
                                       "A whole province instead: 150 agencies, 3,000 officers, a "
                                       "year of some 40,000 obligations and facts each");
        years.check(CLI::Range(1, caicach::app::demo_years_max));
        demo.add_option("--seed", m_demo.seed, "Which of them: the same is the same province")
            ->capture_default_str()
            ->needs(&years);
        demo.add_option("--until", m_demo.until,
                        "The day (2026-11-22) before which its past ends; today where not given")
            ->needs(&years);
        constexpr const char* hidden = "";  // for tests, which have no minutes
        demo.add_option("--agencies", m_demo.agencies)->group(hidden)->check(CLI::Range(1, 1000));
        demo.add_option("--officers", m_demo.officers)->group(hidden)->check(CLI::Range(5, 50'000));
    }

    void add_plan()
    {
        constexpr const char* files = "docx, odt, pdf, txt, md, png, jpg or tiff";
        auto& plan = add_group("plan", "Read and import plans");
        auto& read = add(plan, "read", "Print what the importer reads from a file, as JSON",
                         "  caicach plan read plan.pdf > plan.json\n"
                         "  caicach plan read plan.pdf --stage text          the canonical text",
                         [this] { return caicach::app::run_plan_read(m_common.line, m_read); });
        read.add_option("file", m_read.file, files)->required();
        read.add_option("--stage", m_read.stage, "Print a stage of the pipeline instead")
            ->check(
                CLI::IsMember({"text", "clean", "outline", "classified", "fields", "document"}));
        auto& import =
            add(plan, "import", "Store a file as a draft for review",
                "  caicach plan import plan.docx --data var/sample\n"
                "  caicach plan import amended.docx --amends CODE   the next edition of that plan",
                [this] { return caicach::app::run_plan_import(m_common.line, m_import); });
        import.add_option("file", m_import.file, files)->required();
        import.add_option("--amends", m_import.amends, "Code of the plan that this file amends");
        import.add_option("--coordinator", m_import.coordinator,
                          "Code of the coordinating agency (default: SNV)");
    }

    void add_agencies()
    {
        auto& agency = add_group("agency", "The directory of agencies");
        auto& import = add(
            agency, "import", "Take a table of agencies over, all of it or nothing",
            "  caicach agency import co_quan.xlsx --dry-run      what it would do\n"
            "  caicach agency import co_quan.xlsx               does it; again, it does nothing",
            [this] {
                m_agencies.is_dry_run = m_dry_run;
                return caicach::app::run_agency_import(m_common.line, m_agencies);
            });
        import.add_option("file", m_agencies.file, "csv, xlsx or ods with a head of titles")
            ->required();
        import.add_flag("--dry-run", m_dry_run, "Only say what would be done");
    }

    void add_accounts()
    {
        auto& account = add_group("account", "Let the first people in");
        auto& administrator = add(
            account, "administrator", "Make an administrator and print the link to their password",
            "  caicach account administrator --name \"Trần Thị B\" --agency VPUB\n"
            "                                --user-name b@songlam.gov.vn",
            [this] {
                return caicach::app::run_account_administrator(m_common.line, m_administrator);
            });
        administrator.add_option("--name", m_administrator.name, "Name of the person")->required();
        administrator.add_option("--agency", m_administrator.agency, "Code of their agency")
            ->required();
        administrator.add_option("--user-name", m_administrator.user_name,
                                 "Name to sign in with, like an e-mail address; who has it already "
                                 "gets a new link");
        administrator.add_flag("--remove-second-factor", m_administrator.removes_second_factor,
                               "Of who lost telephone and recovery codes: they set it up anew");
    }

    void add_care()
    {
        auto& check =
            add(m_app, "check", "Ask the stored data whether it agrees with itself",
                "  caicach check                                    every check\n"
                "  caicach check audit.chain --json                 only this one\n"
                "  caicach check figures --repair                   adds all sums up anew",
                [this] { return caicach::app::run_check(m_common.line, m_only, m_repairs); });
        check.add_option("name", m_only, "Only this check");
        check.add_flag("--repair", m_repairs, "With figures: first add up anew what was recorded");
        add(m_app, "doctor", "Look for what is missing or badly set on this machine",
            "  caicach doctor --data /var/lib/caicach",
            [this] { return caicach::app::run_doctor(m_common.line); });
        add(m_app, "routes", "Print every route and who may reach it",
            "  caicach routes | grep anyone                     what the world may ask",
            [this] { return caicach::app::run_routes(m_common.line); });
    }

    void add_audit()
    {
        auto& audit = add_group("audit", "Verify or export the trail of who did what");
        auto& verify =
            add(audit, "verify", "Recompute the chain and name the first bad row",
                "  caicach audit verify --data /var/lib/caicach\n"
                "  caicach audit verify --checkpoints /mnt/share/caicach-audit-checkpoints.jsonl",
                [this] { return caicach::app::run_audit_verify(m_common.line, m_audit); });
        verify.add_option("--checkpoints", m_audit.checkpoint_file,
                          "File of signed checkpoints that was kept off this machine");
        verify.add_option("--key", m_audit.public_key,
                          "Public key, the only one whose checkpoints count");
        auto& exported =
            add(audit, "export", "Print every row as JSON lines or CSV, for tools/verify_audit.py",
                "  caicach audit export --data /var/lib/caicach > trail.jsonl\n"
                "  caicach audit export --csv > trail.csv",
                [this] { return caicach::app::run_audit_export(m_common.line, m_audit); });
        exported.add_flag("--csv", m_audit.is_csv, "CSV instead of JSON lines");
        add(audit, "key", "Print the public half of the key that signs checkpoints",
            "  caicach audit key --data /var/lib/caicach > audit.pub",
            [this] { return caicach::app::run_audit_key(m_common.line); });
    }

    void add_backup()
    {
        auto& backup = add_group("backup", "Make, verify and restore backups");
        auto& create =
            add(backup, "create", "Copy everything into a new folder, while the service goes on",
                "  caicach backup create --to /backup/2026-03-15    a folder that is not there yet",
                [this] { return caicach::app::run_backup_create(m_common.line, m_backup); });
        create.add_option("--to", m_backup, "The folder to make")->required();
        auto& verify = add(backup, "verify", "Look whether a backup is whole; changes nothing",
                           "  caicach backup verify /backup/2026-03-15", [this] {
                               return caicach::app::run_backup_verify(m_common.line, m_backup);
                           });
        verify.add_option("folder", m_backup, "The backup")->required();
        auto& restore =
            add(backup, "restore", "Fill an empty data folder from a backup, and check it",
                "  caicach backup restore /backup/2026-03-15 --data /tmp/trial",
                [this] { return caicach::app::run_backup_restore(m_common.line, m_backup); });
        restore.add_option("folder", m_backup, "The backup")->required();
    }

    void add_config()
    {
        auto& config = add_group("config", "Check or show the configuration");
        add(config, "check", "Say every fault of the configuration at once",
            "  caicach config check --config /etc/caicach/config.toml",
            [this] { return caicach::app::run_config_check(m_common.line); });
        add(config, "show", "Show every setting and where its value comes from",
            "  caicach config show | grep -v default            what this place sets itself",
            [this] { return caicach::app::run_config_show(m_common.line); });
    }

    CLI::App& m_app;
    Common& m_common;
    std::function<int()> m_chosen{};
    caicach::app::ReadArguments m_read{};
    caicach::app::ImportArguments m_import{};
    caicach::app::AgencyImportArguments m_agencies{};
    caicach::app::AdministratorArguments m_administrator{};
    caicach::app::AuditArguments m_audit{};
    caicach::app::DemoArguments m_demo{};
    std::string m_port{};
    std::string m_only{};
    std::string m_backup{};
    bool m_without_links{};
    bool m_dry_run{};
    bool m_repairs{};
};

int run(int argc, char** argv)
{
    CLI::App app{description, "caicach"};
    app.get_formatter()->column_width(34);
    Common common;
    common.add_to(app);
    // After --json, which it asks: options are looked at in the order in which they are added.
    app.set_version_flag(
        "--version", [&common] { return version_for(common.line); }, "Print the version");
    const Commands commands{app, common};
    app.footer(closing_words);  // after the commands, which would take it over
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : caicach::app::code_of(caicach::app::ExitCode::usage);
    }
    take_settings(common.line, common.assignments);
    return commands.run();
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        // Out of memory, if anything: what can be expected to fail answers a Result.
        std::fprintf(stderr, "caicach: %s\n", error.what());
        return caicach::app::code_of(caicach::app::ExitCode::software);
    }
}
