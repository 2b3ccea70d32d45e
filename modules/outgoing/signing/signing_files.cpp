#include "outgoing/signing/signing_files.hpp"

#include <fstream>

#include "base/process.hpp"
#include "document/limits.hpp"

namespace caicach::outgoing
{
namespace
{

const attachment::AttachmentUse& signing_use()
{
    static const attachment::AttachmentUse use{
        .key = "outgoing.signing",
        .kinds = {attachment::FileKind::pdf},
        .bytes_max = static_cast<std::int64_t>(document::limits::file_bytes_max),
        .count_max = 2};  // prepared, and signed
    return use;
}

}  // namespace

Result<attachment::KeptFile> keep_bytes(Context& context, std::string_view bytes,
                                        const std::string& name,
                                        const attachment::AttachmentUse& use)
{
    const auto folder = TRY(TemporaryDirectory::create());
    const auto path = folder.file("kept");
    std::ofstream file{path, std::ios::binary};
    file << bytes;
    file.close();
    if (!file) return internal_failure("cannot write " + path);
    return attachment::keep(context, {.path = path, .name = name}, use);
}

Result<attachment::KeptFile> keep_pdf(Context& context, std::string_view bytes,
                                      const std::string& name)
{
    return keep_bytes(context, bytes, name, signing_use());
}

}  // namespace caicach::outgoing
