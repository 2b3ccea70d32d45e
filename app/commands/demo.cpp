#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "app/commands.hpp"
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

Result<void> fill(const CommandLine& line)
{
    std::error_code error;
    fs::create_directories(line.data_folder, error);
    if (error) return unusable(line.data_folder, error);
    std::ofstream(line.data_folder + "/caicach.toml") << sample_configuration();
    auto opened = TRY(open_system(line));
    TRY(opened.system->migrate());
    return fill_sample_province(*opened.system);
}

}  // namespace

/// Made beside and renamed, so that an interrupted start leaves no half province.
int run_demo(const CommandLine& line)
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
    const auto filled = fill(beside);
    if (!filled) {
        fs::remove_all(beside.data_folder, error);
        return report(filled.error());
    }
    fs::remove(folder, error);
    fs::rename(beside.data_folder, folder, error);
    if (error) return report(unusable(folder.string(), error).error());
    if (line.is_json) {
        fmt::print("{}\n", json::dump(json::Value::object().set("data", folder.string())));
    } else {
        fmt::print("The sample province is in {0}. Serve it with: caicach serve --data {0}\n",
                   folder.string());
    }
    return code_of(ExitCode::ok);
}

}  // namespace caicach::app
