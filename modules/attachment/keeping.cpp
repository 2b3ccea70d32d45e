#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "attachment/api.hpp"
#include "attachment/content_folder.hpp"
#include "attachment/limits.hpp"
#include "attachment/mapped_file.hpp"
#include "attachment/scanning.hpp"
#include "attachment/secrecy.hpp"
#include "document/redraw.hpp"
#include "http/request.hpp"
#include "manifest/context.hpp"
#include "text/text.hpp"

namespace caicach::attachment
{

namespace
{

std::string words_of(const std::vector<FileKind>& kinds)
{
    std::vector<std::string_view> words;
    words.reserve(kinds.size());
    for (const auto kind : kinds) words.push_back(text_of(kind));
    return text::join(words, ", ");
}

/// The kind, by content, if the use takes it in.
Result<FileKind> accepted_kind(const IncomingFile& file, const AttachmentUse& use)
{
    if (file.bytes() == 0) return failure(Failure::invalid, "attachment.empty", "file");
    const auto content = TRY(MappedFile::open(file.path()));
    auto recognised = kind_of_content(content.bytes());
    if (!recognised) {
        recognised.error().field = "file";
        return tl::unexpected(recognised.error());
    }
    const auto kind = *recognised;
    if (!kind)
        return failure(Failure::unsupported, "attachment.kind_unknown", "file",
                       {words_of(use.kinds)});
    if (std::ranges::find(use.kinds, *kind) == use.kinds.end())
        return failure(Failure::unsupported, "attachment.kind_refused", "file",
                       {std::string(text_of(*kind)), words_of(use.kinds)});
    return *kind;
}

document::FileKind picture_kind(FileKind kind)
{
    switch (kind) {
        case FileKind::png:
            return document::FileKind::png;
        case FileKind::webp:
            return document::FileKind::webp;
        case FileKind::gif:
            return document::FileKind::gif;
        default:
            VERIFY(kind == FileKind::jpeg);
            return document::FileKind::jpeg;
    }
}

struct Redrawn {
    IncomingFile file;
    FileKind kind{};
};

Result<Redrawn> redraw(const ContentFolder& folder, const IncomingFile& file, FileKind kind,
                       const AttachmentUse& use)
{
    auto picture = document::redraw_picture(file.path(), picture_kind(kind), use.picture_side_max);
    if (!picture) {
        picture.error().field = "file";
        return tl::unexpected(std::move(picture).error());
    }
    auto written = TRY(folder.write_in(picture->bytes));
    const auto is_jpeg = picture->kind == document::FileKind::jpeg;
    return Redrawn{std::move(written), is_jpeg ? FileKind::jpeg : FileKind::png};
}

/// For people only; the file lies under its hash.
std::string name_of(const NewFile& file, FileKind kind)
{
    const auto clean = text::clean_input(file.name);
    const auto name = clean.substr(clean.find_last_of("/\\") + 1);
    if (name.empty()) return name_with_ending("tệp", kind);
    return name_with_ending(text::shorten(name, limits::name_length_max), kind);
}

}  // namespace

NewFile file_of(const http::UploadedFile& upload)
{
    return {.path = upload.content.path(), .name = upload.client_name};
}

Result<KeptFile> keep(Context& context, const NewFile& file, const AttachmentUse& use)
{
    VERIFY(!use.key.empty() && use.count_max > 0 && std::ranges::all_of(use.kinds, can_be_kept));
    const ContentFolder folder(context.services().data_folder);
    auto incoming = TRY(folder.copy_in(file.path, std::min(use.bytes_max, limits::bytes_max)));
    auto kind = TRY(accepted_kind(incoming, use));
    // Before any parser sees more of it than its beginning and its list of parts.
    const auto scan = TRY(scan_upload(context.services(), incoming.path(), incoming.sha256()));
    TRY(require_no_secret(incoming.path(), kind, file.name, context.today()));
    const auto original_sha256 = incoming.sha256();
    if (is_redrawn(kind)) {
        auto redrawn = TRY(redraw(folder, incoming, kind, use));
        incoming = std::move(redrawn.file);
        kind = redrawn.kind;
    }
    KeptFile kept{.use = use.key,
                  .count_max = use.count_max,
                  .sha256 = incoming.sha256(),
                  .original_sha256 = original_sha256,
                  .name = name_of(file, kind),
                  .kind = kind,
                  .bytes = incoming.bytes(),
                  .scan = scan};
    TRY(folder.settle(std::move(incoming)));
    return kept;
}

}  // namespace caicach::attachment
