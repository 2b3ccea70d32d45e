#include <CLI/CLI.hpp>

#include <cstdlib>
#include <string>

#include "app/commands.hpp"
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

std::string default_data_folder()
{
    if (const char* folder = std::getenv("CAICACH_DATA")) return folder;   // NOLINT(concurrency-*)
    if (const char* state = std::getenv("STATE_DIRECTORY")) return state;  // NOLINT(concurrency-*)
    return "var/data";
}

/// "section.key=value" of --set; the configuration says what is wrong with it.
void take_settings(CommandLine& line, const std::vector<std::string>& assignments)
{
    for (const auto& assignment : assignments) {
        const auto cut = assignment.find('=');
        line.settings[assignment.substr(0, cut)] =
            cut == std::string::npos ? "" : assignment.substr(cut + 1);
    }
}

/// The options that every command takes, wherever they stand on the line.
struct Common {
    CommandLine line{.data_folder = default_data_folder()};
    std::vector<std::string> assignments{};

    void add_to(CLI::App& command)
    {
        command.add_option("--data", line.data_folder, "Folder of the database and the files")
            ->capture_default_str();
        command.add_option("--config", line.config_file, "TOML file of settings")
            ->check(CLI::ExistingFile);
        command.add_option("--set", assignments, "A setting: section.key=value (repeatable)");
        command.add_flag("--json", line.is_json, "Answer as JSON where a machine may read it");
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
        add_care();
        add_config();
    }

    [[nodiscard]] int run() const { return m_chosen(); }

private:
    CLI::App& add(CLI::App& parent, const char* name, const char* text, std::function<int()> run)
    {
        auto& command = *parent.add_subcommand(name, text);
        m_common.add_to(command);
        command.callback([this, run = std::move(run)] { m_chosen = run; });
        return command;
    }

    void add_serving()
    {
        auto& serve = add(m_app, "serve", "Serve the pages (and run jobs) until SIGTERM", [this] {
            if (!m_port.empty()) m_common.line.settings["server.port"] = m_port;
            return caicach::app::run_serve(m_common.line, m_without_links);
        });
        serve.add_option("--port", m_port, "Port of the pages; 0 takes a free one");
        serve.add_flag("--no-sample-links", m_without_links,
                       "Do not print the one-time sign-in links of a sample province");
        add(m_app, "work", "Run jobs without pages, beside one or more `serve`",
            [this] { return caicach::app::run_work(m_common.line); });
        auto& migrate = add(m_app, "migrate", "Bring the database up to date (backs it up first)",
                            [this] { return caicach::app::run_migrate(m_common.line, m_dry_run); });
        migrate.add_flag("--dry-run", m_dry_run, "Only say what would be done");
        add(m_app, "demo", "Fill an empty data folder with the sample province",
            [this] { return caicach::app::run_demo(m_common.line); });
    }

    void add_plan()
    {
        auto& plan = *m_app.add_subcommand("plan", "Read and import plans");
        plan.require_subcommand(1);
        auto& read = add(plan, "read", "Print what the importer reads from a file, as JSON",
                         [this] { return caicach::app::run_plan_read(m_common.line, m_read); });
        read.add_option("file", m_read.file, "docx, odt, pdf, txt, md, png, jpg or tiff")
            ->required();
        read.add_option("--stage", m_read.stage, "Print a stage of the pipeline instead")
            ->check(
                CLI::IsMember({"text", "clean", "outline", "classified", "fields", "document"}));
        auto& import = add(plan, "import", "Store a file as a draft for review", [this] {
            return caicach::app::run_plan_import(m_common.line, m_import);
        });
        import.add_option("file", m_import.file, "docx, odt, pdf, txt, md, png, jpg or tiff")
            ->required();
        import.add_option("--amends", m_import.amends, "Code of the plan that this file amends");
        import.add_option("--coordinator", m_import.coordinator,
                          "Code of the coordinating agency (default: SNV)");
    }

    void add_care()
    {
        auto& check = add(m_app, "check", "Ask the stored data whether it agrees with itself",
                          [this] { return caicach::app::run_check(m_common.line, m_only); });
        check.add_option("name", m_only, "Only this check");
        add(m_app, "doctor", "Look for what is missing or badly set on this machine",
            [this] { return caicach::app::run_doctor(m_common.line); });
        auto& routes = *m_app.add_subcommand("routes", "Print every route and who may reach it");
        routes.callback([this] { m_chosen = [] { return caicach::app::run_routes(); }; });
    }

    void add_config()
    {
        auto& config = *m_app.add_subcommand("config", "Check or show the configuration");
        config.require_subcommand(1);
        add(config, "check", "Say every fault of the configuration at once",
            [this] { return caicach::app::run_config_check(m_common.line); });
        add(config, "show", "Show every setting and where its value comes from",
            [this] { return caicach::app::run_config_show(m_common.line); });
    }

    CLI::App& m_app;
    Common& m_common;
    std::function<int()> m_chosen{};
    caicach::app::ReadArguments m_read{};
    caicach::app::ImportArguments m_import{};
    std::string m_port{};
    std::string m_only{};
    bool m_without_links{};
    bool m_dry_run{};
};

}  // namespace

int main(int argc, char** argv)
{
    CLI::App app{description, "caicach"};
    app.set_version_flag("--version", std::string{caicach::app::version});
    app.require_subcommand(1);
    app.get_formatter()->column_width(34);
    Common common;
    const Commands commands{app, common};
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : caicach::app::code_of(caicach::app::ExitCode::usage);
    }
    take_settings(common.line, common.assignments);
    return commands.run();
}
