#include "base/file.hpp"

#include <fstream>
#include <sstream>
#include <utility>

namespace caicach
{

Result<std::string> read_file(const std::string& path)
{
    const std::ifstream file{path, std::ios::binary};
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (!file || !bytes) return internal_failure("cannot read " + path);
    return std::move(bytes).str();
}

}  // namespace caicach
