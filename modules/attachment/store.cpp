#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "attachment/api.hpp"
#include "attachment/content_folder.hpp"
#include "attachment/limits.hpp"
#include "attachment/sql.hpp"
#include "crypto/public_code.hpp"
#include "database/transaction.hpp"
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

/// The kind, by content, if the page takes it in.
Result<FileKind> accepted_kind(const CopiedFile& copy, const AttachmentUse& use)
{
    if (copy.bytes == 0) return failure(Failure::invalid, "attachment.empty", "file");
    const auto kind = TRY(detect_file_kind(copy.temporary_path));
    if (!kind)
        return failure(Failure::unsupported, "attachment.kind_unknown", "file",
                       {words_of(use.kinds)});
    if (std::ranges::find(use.kinds, *kind) == use.kinds.end())
        return failure(Failure::unsupported, "attachment.kind_refused", "file",
                       {std::string(text_of(*kind)), words_of(use.kinds)});
    return *kind;
}

/// For people only; the file lies under its hash.
std::string name_of(const NewFile& file, FileKind kind)
{
    const auto clean = text::clean_input(file.name);
    const auto name = clean.substr(clean.find_last_of("/\\") + 1);
    if (name.empty()) return fmt::format("tệp.{}", key_of(kind));
    return text::shorten(name, limits::name_length_max);
}

Attachment read_attachment(const database::Row& row)
{
    const auto kind = file_kind_from_key(row.text("kind"));
    VERIFY(kind);
    return Attachment{.id = row.id<AttachmentId>("id"),
                      .code = row.string("code"),
                      .sha256 = row.string("sha256"),
                      .name = row.string("name"),
                      .kind = *kind,
                      .bytes = row.integer("bytes"),
                      .added_at = row.instant("added_at"),
                      .added_by = row.string("added_by")};
}

/// Random codes meet once in a very long time; then another one serves.
Result<void> insert(database::Transaction& transaction, Attachment& attachment)
{
    for (int attempt = 0; attempt < limits::code_attempts_max; ++attempt) {
        attachment.code = crypto::make_public_code();
        const auto inserted = TRY(
            transaction.change(sql::insert_file, attachment.id, attachment.code, attachment.sha256,
                               attachment.name, attachment.added_at, attachment.added_by));
        if (inserted == 1) return {};
    }
    return internal_failure("no free public code for an attachment");
}

}  // namespace

NewFile file_of(const http::UploadedFile& upload)
{
    return {.path = upload.content.path(), .name = upload.client_name};
}

Result<KeptFile> keep(Context& context, const NewFile& file, const AttachmentUse& use)
{
    const ContentFolder folder(context.services().data_folder);
    const auto copy = TRY(folder.copy_in(file.path, std::min(use.bytes_max, limits::bytes_max)));
    const auto kind = accepted_kind(copy, use);
    if (!kind) {
        folder.discard(copy);
        return tl::unexpected(kind.error());
    }
    TRY(folder.settle(copy));
    return KeptFile{copy.sha256, name_of(file, *kind), *kind, copy.bytes};
}

Result<Attachment> add(Context& context, database::Transaction& transaction, const KeptFile& kept)
{
    TRY(transaction.change(sql::insert_content, kept.sha256, key_of(kept.kind), kept.bytes,
                           context.now()));
    Attachment attachment{.id = make_id<AttachmentId>(),
                          .code = {},
                          .sha256 = kept.sha256,
                          .name = kept.name,
                          .kind = kept.kind,
                          .bytes = kept.bytes,
                          .added_at = context.now(),
                          .added_by = context.actor().name};
    TRY(insert(transaction, attachment));
    // Hash and number only: a file's name may tell of people.
    const auto detail = fmt::format(R"({{"sha256":"{}","bytes":{}}})", kept.sha256, kept.bytes);
    TRY(context.record(transaction, "attachment.added", "attachment", attachment.id.value, detail));
    return attachment;
}

Result<Attachment> store(Context& context, database::Transaction& transaction, const NewFile& file,
                         const AttachmentUse& use)
{
    const auto kept = TRY(keep(context, file, use));
    return add(context, transaction, kept);
}

Result<Attachment> find(database::Transaction& transaction, AttachmentId id)
{
    auto found = TRY(transaction.maybe_one(sql::file_by_id, read_attachment, id));
    if (!found) return failure(Failure::not_found, "attachment.not_found");
    return std::move(*found);
}

Result<Attachment> find_by_code(database::Transaction& transaction, std::string_view code)
{
    const auto parsed = crypto::parse_public_code(code);
    if (!parsed) return failure(Failure::not_found, "attachment.not_found");
    auto found = TRY(transaction.maybe_one(sql::file_by_code, read_attachment, *parsed));
    if (!found) return failure(Failure::not_found, "attachment.not_found");
    return std::move(*found);
}

Result<void> each_content(database::Transaction& transaction,
                          const std::function<Result<void>(const StoredContent&)>& visit)
{
    Result<void> visited{};
    TRY(transaction.each(sql::contents, [&](const database::Row& row) {
        StoredContent content{.sha256 = row.string("sha256"), .bytes = row.integer("bytes")};
        if (is_sha256(content.sha256)) {
            content.path = "files/" + place_of(content.sha256);
            visited = visit(content);
        } else {
            visited = internal_failure("attachment_content names " + content.sha256);
        }
        return visited.has_value();
    }));
    return visited;
}

Result<std::string> open_path(const Context& context, std::string_view sha256)
{
    auto path = ContentFolder(context.services().data_folder).path_of(sha256);
    if (::access(path.c_str(), R_OK) != 0)
        return failure(Failure::not_found, "attachment.file_missing");
    return path;
}

std::string download_path(const Attachment& attachment) { return "/tep/" + attachment.code; }

}  // namespace caicach::attachment
