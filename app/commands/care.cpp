#include <fmt/format.h>

#include <filesystem>

#include "app/commands.hpp"
#include "app/commands/findings.hpp"
#include "app/modules.hpp"
#include "document/official_pdf.hpp"
#include "json/value.hpp"
#include "text/text.hpp"

namespace caicach::app
{
namespace
{

int print_findings(const std::vector<Finding>& findings, bool is_json)
{
    if (is_json) {
        fmt::print("{}\n", json::dump(to_json(findings), true));
    } else {
        print(findings);
    }
    return code_of(are_right(findings) ? ExitCode::ok : ExitCode::data);
}

Finding check_tool(const char* tool, const char* purpose)
{
    Finding finding{.name = tool, .text = purpose};
    for (const auto* folder : {"/usr/bin/", "/usr/local/bin/", "/bin/"}) {
        if (std::filesystem::exists(std::string{folder} + tool)) return finding;
    }
    finding.problems.push_back(
        fmt::format("{} is not installed; `apt install poppler-utils graphicsmagick tesseract-ocr "
                    "tesseract-ocr-vie` brings it",
                    tool));
    return finding;
}

/// Without it Tesseract reads Vietnamese as if it were English.
Finding check_vietnamese()
{
    Finding finding{.name = "tesseract-ocr-vie", .text = "knows the Vietnamese letters"};
    for (const auto* version : {"5", "4.00"}) {
        if (std::filesystem::exists(
                fmt::format("/usr/share/tesseract-ocr/{}/tessdata/vie.traineddata", version))) {
            return finding;
        }
    }
    finding.problems.emplace_back(
        "Vietnamese is missing; `apt install tesseract-ocr-vie` brings it");
    return finding;
}

Finding check_letters()
{
    Finding finding{.name = "fonts", .text = "Times New Roman or its equal for PDF files"};
    if (!document::check_letters())
        finding.problems.emplace_back(
            "no letters to draw PDF files with; `apt install fonts-liberation2` brings them");
    return finding;
}

Finding check_space(const std::string& folder)
{
    constexpr std::uintmax_t enough = 512ULL * 1024 * 1024;
    Finding finding{.name = "disk", .text = "room in the data folder"};
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    if (error) {
        finding.problems.push_back(folder + ": " + error.message());
    } else if (space.available < enough) {
        finding.problems.push_back(
            fmt::format("{} has only {} MB left", folder, space.available / (1024 * 1024)));
    }
    return finding;
}

}  // namespace

int run_check(const CommandLine& line, const std::string& only, bool repairs)
{
    if (repairs && only != "figures") {
        fmt::print(stderr, "caicach: --repair goes with `caicach check figures`\n");
        return code_of(ExitCode::usage);
    }
    auto opened = open_existing(line);
    if (!opened) return report(opened.error());
    auto& system = *opened->system;
    if (repairs) {
        const auto repaired = repair_figures(system);
        if (!repaired) return report(repaired.error(), system.messages());
    }
    const auto asked = ask_checks(system, only);
    if (!asked) return report(asked.error(), system.messages());
    const auto& findings = *asked;
    if (findings.empty()) {
        fmt::print(stderr, "caicach: there is no check named {}\n", only);
        return code_of(ExitCode::usage);
    }
    return print_findings(findings, line.is_json);
}

int run_doctor(const CommandLine& line)
{
    std::vector<Finding> findings;
    findings.push_back(check_tool("pdftotext", "reads text PDF files"));
    findings.push_back(check_tool("pdfinfo", "counts their pages"));
    findings.push_back(check_tool("pdftoppm", "renders scans"));
    findings.push_back(check_tool("gm", "turns pictures into pages (GraphicsMagick)"));
    findings.push_back(check_tool("tesseract", "recognises scanned text"));
    findings.push_back(check_vietnamese());
    findings.push_back(check_letters());
    Finding configuration{.name = "configuration", .text = "settings"};
    Finding database{.name = "database", .text = "opens, and its schema is up to date"};
    auto opened = open_existing(line);
    if (!opened) {
        const auto& error = opened.error();
        const bool is_setting = error.key == "base.configuration.wrong";
        auto& finding = is_setting ? configuration : database;
        finding.problems = is_setting ? error.arguments : std::vector{in_words(error)};
    } else {
        findings.push_back(check_space(opened->system->services().data_folder));
        const auto pending = opened->system->migrate({.dry_run = true});
        if (!pending) {
            database.problems.push_back(opened->system->messages().render(pending.error()));
        } else if (!pending->applied.empty()) {
            database.problems.push_back(fmt::format("{} migrations to come: run `caicach migrate`",
                                                    pending->applied.size()));
        }
    }
    findings.push_back(std::move(configuration));
    findings.push_back(std::move(database));
    return print_findings(findings, line.is_json);
}

int run_migrate(const CommandLine& line, bool is_dry_run)
{
    auto opened = open_system(line);
    if (!opened) return report(opened.error());
    auto& system = *opened->system;
    const auto done = system.migrate({.dry_run = is_dry_run});
    if (!done) return report(done.error(), system.messages());
    if (line.is_json) {
        auto names = json::Value::array();
        for (const auto& name : done->applied) names.push(name);
        fmt::print("{}\n",
                   json::dump(json::Value::object()
                                  .set(is_dry_run ? "to_apply" : "applied", std::move(names))
                                  .set("backup", done->backup)));
        return code_of(ExitCode::ok);
    }
    for (const auto& name : done->applied) {
        fmt::print("{} {}\n", is_dry_run ? "would apply" : "applied", name);
    }
    if (!done->backup.empty()) fmt::print("backup: {}\n", done->backup);
    if (done->applied.empty()) fmt::print("The database is up to date.\n");
    return code_of(ExitCode::ok);
}

int run_routes(const CommandLine& line)
{
    std::vector<http::Route> routes;
    for (const auto& module : all_modules()) {
        routes.insert(routes.end(), module.routes().begin(), module.routes().end());
    }
    const auto listing = http::Router{std::move(routes)}.listing();
    if (!line.is_json) {
        fmt::print("{}", listing);
        return code_of(ExitCode::ok);
    }
    auto all = json::Value::array();
    for (const auto text : text::split(text::trim(listing), '\n')) {
        const auto words = text::split(text, ' ');
        all.push(json::Value::object()
                     .set("path", words[0])
                     .set("method", words[1])
                     .set("access", words[2]));
    }
    fmt::print("{}\n", json::dump(all, true));
    return code_of(ExitCode::ok);
}

}  // namespace caicach::app
