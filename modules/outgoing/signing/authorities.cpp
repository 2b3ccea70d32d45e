#include "outgoing/signing/authorities.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include "outgoing/module.hpp"

namespace caicach::outgoing
{
namespace
{

std::filesystem::path path_in(const std::string& data_folder)
{
    return std::filesystem::path(data_folder) / authorities_file_name;
}

}  // namespace

Result<std::optional<crypto::TrustedAuthorities>> trusted_authorities(
    const std::string& data_folder)
{
    const auto path = path_in(data_folder);
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return std::nullopt;
    const std::ifstream file{path, std::ios::binary};
    std::ostringstream pem;
    pem << file.rdbuf();
    auto read = TRY(crypto::TrustedAuthorities::from_pem(pem.str()));
    return std::optional{std::move(read)};
}

Result<std::vector<std::string>> check_authorities(Context& context)
{
    const auto& data_folder = context.services().data_folder;
    const auto read = trusted_authorities(data_folder);
    if (read) return std::vector<std::string>{};
    return std::vector{path_in(data_folder).string() + ": " + context.message(read.error())};
}

}  // namespace caicach::outgoing
