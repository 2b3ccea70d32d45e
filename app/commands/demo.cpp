#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <utility>
#include <vector>

#include "app/commands.hpp"
#include "app/demo/demo_province.hpp"
#include "app/sample_province.hpp"
#include "json/value.hpp"

namespace caicach::app
{
namespace
{

namespace fs = std::filesystem;

Result<void> require_empty(const std::string& folder)
{
    std::error_code error;
    if (!fs::exists(folder, error) || fs::is_empty(folder, error)) return {};
    return failure(Failure::conflict, "app.sample.not_empty", "data", {folder});
}

Result<void> unusable(const std::string& folder, const std::error_code& error)
{
    return failure(Failure::unavailable, "app.data_folder_unusable", "data",
                   {folder, error.message()});
}

/// What `caicach demo` tells of the years that it made.
using Years = std::vector<DemoYear>;

Result<DemoShape> shape_of(const DemoArguments& arguments)
{
    auto shape = DemoShape{.years = arguments.years,
                           .until = Date::of(SystemClock{}.now()),
                           .seed = arguments.seed,
                           .agencies = arguments.agencies,
                           .officers = arguments.officers};
    if (arguments.until.empty()) return shape;
    const auto day = Date::from_iso(arguments.until);
    if (!day) return failure(Failure::invalid, "app.demo.until", "until", {arguments.until});
    shape.until = *day;
    return shape;
}

Result<void> fill_years(const CommandLine& line, const DemoShape& shape, Years& years)
{
    DemoClock clock{demo_first_day(shape)};
    const auto opened = TRY(open_system(line, clock));
    TRY(opened.system->migrate());
    const auto told = [&](const DemoYear& year) {
        years.push_back(year);
        if (line.is_json) return;
        fmt::print("{}: {} obligations, {} facts\n", year.year, year.obligations, year.facts);
        std::fflush(stdout);
    };
    return fill_demo_province(*opened.system, clock, shape, told);
}

Result<void> fill(const CommandLine& line, const DemoArguments& arguments, Years& years)
{
    std::error_code error;
    fs::create_directories(line.data_folder, error);
    if (error) return unusable(line.data_folder, error);
    std::ofstream(line.data_folder + "/caicach.toml") << sample_configuration();
    if (arguments.years > 0) {
        const auto shape = TRY(shape_of(arguments));
        return fill_years(line, shape, years);
    }
    auto opened = TRY(open_system(line));
    TRY(opened.system->migrate());
    return fill_sample_province(*opened.system);
}

json::Value json_of(const std::string& folder, const Years& years)
{
    auto list = json::Value::array();
    for (const auto& year : years) {
        list.push(json::Value::object()
                      .set("year", year.year)
                      .set("obligations", year.obligations)
                      .set("facts", year.facts)
                      .set("seconds_in_force", year.seconds_in_force));
    }
    auto told = json::Value::object().set("data", folder);
    if (!years.empty()) told.set("years", std::move(list));
    return told;
}

}  // namespace

/// Made beside and renamed, so that an interrupted start leaves no half province.
int run_demo(const CommandLine& line, const DemoArguments& arguments)
{
    const auto is_empty = require_empty(line.data_folder);
    if (!is_empty) {
        static_cast<void>(report(is_empty.error()));
        return code_of(ExitCode::cannot_create);
    }
    std::error_code error;
    const auto folder = (fs::path{line.data_folder} / "").lexically_normal().parent_path();
    auto beside = line;
    beside.data_folder = folder.string() + ".making";
    fs::remove_all(beside.data_folder, error);
    Years years;
    const auto filled = fill(beside, arguments, years);
    if (!filled) {
        fs::remove_all(beside.data_folder, error);
        return report(filled.error());
    }
    fs::remove(folder, error);
    fs::rename(beside.data_folder, folder, error);
    if (error) return report(unusable(folder.string(), error).error());
    if (line.is_json) {
        fmt::print("{}\n", json::dump(json_of(folder.string(), years)));
    } else {
        fmt::print("The sample province is in {0}. Serve it with: caicach serve --data {0}\n",
                   folder.string());
    }
    return code_of(ExitCode::ok);
}

}  // namespace caicach::app
