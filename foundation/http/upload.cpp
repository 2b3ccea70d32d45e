#include "http/upload.hpp"

#include <fstream>

namespace caicach::http
{

Result<std::string> bytes_of(const UploadedFile& file)
{
    std::string bytes(static_cast<std::size_t>(file.size), '\0');
    std::ifstream stream{file.content.path(), std::ios::binary};
    if (!stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        return internal_failure("cannot read the upload back");
    return bytes;
}

}  // namespace caicach::http
