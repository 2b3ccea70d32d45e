#include "app/secret_file.hpp"

#include <fstream>

namespace caicach::app
{

std::optional<std::string> secret_in(const std::string& path)
{
    constexpr std::size_t secret_bytes_max = 4096;
    std::ifstream file{path};
    std::string line(secret_bytes_max, '\0');
    file.getline(line.data(), static_cast<std::streamsize>(line.size()));
    if (!file && !file.eof()) return std::nullopt;
    line.resize(line.find('\0'));
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) return std::nullopt;
    return line;
}

}  // namespace caicach::app
