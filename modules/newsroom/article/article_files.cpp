#include "newsroom/article/article_files.hpp"

#include <algorithm>
#include <utility>

#include "newsroom/article/article_store.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "newsroom/sql.hpp"

namespace caicach::newsroom
{
namespace
{

struct FileRowTag;
using FileRowId = Id<FileRowTag>;

ArticleFile file_from(const database::Row& row)
{
    return {.number = static_cast<int>(row.integer("number")),
            .attachment = row.id<attachment::AttachmentId>("attachment_id"),
            .sha256 = row.string("sha256"),
            .is_picture = row.boolean("is_picture"),
            .shows = row.string("shows"),
            .is_kept = row.boolean("is_kept")};
}

/// Anything else is no address of ours: it costs no query.
bool is_hash(std::string_view text)
{
    constexpr std::size_t sha256_length = 64;
    return text.size() == sha256_length &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

const attachment::AttachmentUse& article_file_use()
{
    using attachment::FileKind;
    static const attachment::AttachmentUse use{
        .key = "newsroom.file",
        .kinds = {FileKind::jpeg, FileKind::png, FileKind::webp, FileKind::gif, FileKind::pdf,
                  FileKind::docx, FileKind::odt, FileKind::xlsx, FileKind::ods},
        .bytes_max = limits::file_bytes_max,
        .picture_side_max = limits::picture_side_max};
    return use;
}

Result<std::vector<ArticleFile>> ArticleFiles::of_article(ArticleId article)
{
    return m_transaction.all(sql::files_of, file_from, article);
}

Result<std::vector<ArticleFile>> ArticleFiles::of_revision(ArticleId article, int revision)
{
    return m_transaction.all(sql::revision_files, file_from, article, std::int64_t{revision});
}

Result<void> ArticleFiles::carry(ArticleId article, int revision, int number)
{
    return m_transaction.change_one(sql::insert_revision_file, article, std::int64_t{revision},
                                    std::int64_t{number});
}

Result<std::optional<ArticleFile>> ArticleFiles::public_file(std::string_view sha256)
{
    if (!is_hash(sha256)) return std::optional<ArticleFile>{};
    return m_transaction.maybe_one(sql::public_file, file_from, sha256);
}

Result<std::optional<ArticleId>> ArticleFiles::owner(attachment::AttachmentId attachment)
{
    return m_transaction.maybe_one(
        sql::article_of_file,
        [](const database::Row& row) { return row.id<ArticleId>("article_id"); }, attachment);
}

Result<void> ArticleFiles::insert(ArticleId article, const ArticleFile& file)
{
    return m_transaction.change_one(sql::insert_file, make_id<FileRowId>(), article,
                                    std::int64_t{file.number}, file.attachment, file.sha256,
                                    file.is_picture, file.shows);
}

Result<void> ArticleFiles::remove(ArticleId article, int number)
{
    return m_transaction.change_one(sql::delete_file, article, std::int64_t{number});
}

Result<void> ArticleFiles::forget_revisions(ArticleId article)
{
    TRY(m_transaction.change(sql::delete_revision_files, article));
    return {};
}

Result<ArticleFile> bring_file(Context& context, database::Transaction& transaction,
                               const Article& article, const attachment::KeptFile& kept,
                               std::string shows)
{
    ArticleFiles store{transaction};
    const bool is_picture = attachment::is_redrawn(kept.kind);
    if (is_picture && shows.empty())
        return failure(Failure::invalid, "newsroom.file.shows", "shows");
    const auto files = TRY(store.of_article(article.id));
    const auto known = std::ranges::find(files, kept.sha256, &ArticleFile::sha256);
    if (known != files.end()) return *known;
    if (files.size() >= limits::files_max)
        return failure(Failure::too_large, "newsroom.file.too_many", "file",
                       {std::to_string(limits::files_max)});
    // Each is an object of its own: one may go, and another come in its place.
    const auto row = make_id<FileRowId>();
    const auto added = TRY(attachment::add(context, transaction, kept, row.value));
    ArticleFile file{.number = files.empty() ? 1 : files.back().number + 1,
                     .attachment = added.id,
                     .sha256 = added.sha256,
                     .is_picture = is_picture,
                     .shows = shows.empty() ? added.name : std::move(shows)};
    TRY(store.insert(article.id, file));
    return file;
}

Result<void> drop_file(Context& context, database::Transaction& transaction, const Article& article,
                       int number)
{
    ArticleFiles store{transaction};
    const auto files = TRY(store.of_article(article.id));
    const auto found = std::ranges::find(files, number, &ArticleFile::number);
    if (found == files.end()) return failure(Failure::not_found, "newsroom.file.not_found");
    if (found->is_kept) return failure(Failure::conflict, "newsroom.file.kept", "file");
    TRY(store.remove(article.id, number));
    return attachment::remove(context, transaction, found->attachment);
}

Result<void> drop_files(Context& context, database::Transaction& transaction, ArticleId article)
{
    ArticleFiles store{transaction};
    const auto files = TRY(store.of_article(article));
    TRY(store.forget_revisions(article));
    for (const auto& one : files) {
        TRY(store.remove(article, one.number));
        TRY(attachment::remove(context, transaction, one.attachment));
    }
    return {};
}

Result<std::vector<ListedFile>> listed_files(database::Transaction& transaction,
                                             std::span<const ArticleFile> files)
{
    std::vector<ListedFile> listed;
    listed.reserve(files.size());
    for (const auto& one : files) {
        auto stored = TRY(attachment::find(transaction, one.attachment));
        listed.push_back({.file = one, .stored = std::move(stored)});
    }
    return listed;
}

std::string public_address(const ArticleFile& file) { return public_file_path(file.sha256); }

Result<std::optional<ArticleFile>> cover_of(database::Transaction& transaction,
                                            const Article& article)
{
    std::optional<ArticleFile> cover;
    if (article.public_revision == 0) return cover;
    const auto revision =
        TRY(ArticleStore{transaction}.revision(article.id, article.public_revision));
    const auto body = TRY(document::read_markdown(revision.text.body));
    const auto pictures = document::pictures_of(body);
    if (pictures.empty()) return cover;
    const auto number = number_in(pictures.front().address);
    const auto files =
        TRY(ArticleFiles{transaction}.of_revision(article.id, article.public_revision));
    const auto found =
        std::ranges::find_if(files, [&](const ArticleFile& one) { return one.number == number; });
    if (found == files.end()) return cover;
    cover = *found;
    return cover;
}

}  // namespace caicach::newsroom
