#include <fmt/core.h>
#include <unistd.h>

#include <utility>

#include "attachment/api.hpp"
#include "attachment/content_folder.hpp"
#include "attachment/limits.hpp"
#include "attachment/scanning.hpp"
#include "attachment/sql.hpp"
#include "crypto/public_code.hpp"
#include "database/transaction.hpp"
#include "manifest/context.hpp"

namespace caicach::attachment
{

namespace
{

Attachment read_attachment(const database::Row& row)
{
    const auto kind = file_kind_from_key(row.text("kind"));
    VERIFY(kind);
    return Attachment{.id = row.id<AttachmentId>("id"),
                      .code = row.string("code"),
                      .sha256 = row.string("sha256"),
                      .original_sha256 = row.string("original_sha256"),
                      .name = row.string("name"),
                      .kind = *kind,
                      .bytes = row.integer("bytes"),
                      .scan = scan_from_key(row.text("scan")),
                      .added_at = row.instant("added_at"),
                      .added_by = row.string("added_by")};
}

/// The next place among the object's files, and a code that is free. Both are unique: who comes at
/// the same time takes the next one. Random codes meet once in a very long time.
Result<void> insert(database::Transaction& transaction, Attachment& attachment,
                    const KeptFile& kept, std::int64_t object)
{
    const auto count = [](const database::Row& row) { return row.integer("count"); };
    for (int attempt = 0; attempt < limits::code_attempts_max; ++attempt) {
        const auto others = TRY(transaction.one(sql::count_of_object, count, kept.use, object));
        const auto place = others + 1;
        if (place > kept.count_max)
            return failure(Failure::too_large, "attachment.too_many", "file",
                           {std::to_string(kept.count_max)});
        attachment.code = crypto::make_public_code();
        const auto inserted = TRY(
            transaction.change(sql::insert_file, attachment.id, attachment.code, attachment.sha256,
                               attachment.original_sha256, attachment.name, kept.use, object, place,
                               attachment.added_at, attachment.added_by));
        if (inserted == 1) return {};
    }
    return internal_failure("no free place or public code for an attachment");
}

}  // namespace

Result<Attachment> add(Context& context, database::Transaction& transaction, const KeptFile& kept,
                       std::int64_t object)
{
    TRY(transaction.change(sql::insert_content, kept.sha256, key_of(kept.kind), kept.bytes,
                           context.now(), key_of(kept.scan)));
    Attachment attachment{.id = make_id<AttachmentId>(),
                          .code = {},
                          .sha256 = kept.sha256,
                          .original_sha256 = kept.original_sha256,
                          .name = kept.name,
                          .kind = kept.kind,
                          .bytes = kept.bytes,
                          .scan = kept.scan,
                          .added_at = context.now(),
                          .added_by = context.actor().name};
    TRY(insert(transaction, attachment, kept, object));
    if (kept.scan == Scan::waiting) TRY(enqueue_scan(context, transaction, kept.sha256));
    // Hashes and numbers only: a file's name may tell of people.
    const auto detail = fmt::format(R"({{"sha256":"{}","original":"{}","bytes":{}}})", kept.sha256,
                                    kept.original_sha256, kept.bytes);
    TRY(context.record(transaction, "attachment.added", "attachment", attachment.id.value, detail));
    return attachment;
}

Result<void> remove(Context& context, database::Transaction& transaction, AttachmentId id)
{
    const auto attachment = TRY(find(transaction, id));
    TRY(transaction.change_one(sql::remove_file, id));
    TRY(transaction.change(sql::remove_unused_content, attachment.sha256));
    const auto detail =
        fmt::format(R"({{"sha256":"{}","original":"{}","bytes":{}}})", attachment.sha256,
                    attachment.original_sha256, attachment.bytes);
    return context.record(transaction, "attachment.removed", "attachment", id.value, detail);
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
