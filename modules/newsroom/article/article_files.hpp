#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/context.hpp"
#include "newsroom/article/article.hpp"
#include "newsroom/article/article_file.hpp"

/// Rows ↔ what came with an article.
namespace caicach::newsroom
{

/// Pictures, which are redrawn and made smaller, and documents, which stay byte for byte.
[[nodiscard]] const attachment::AttachmentUse& article_file_use();

class ArticleFiles
{
public:
    explicit ArticleFiles(database::Transaction& transaction) : m_transaction(transaction) {}

    /// All that came with it, in their order.
    [[nodiscard]] Result<std::vector<ArticleFile>> of_article(ArticleId article);
    /// What a revision shows or has listed.
    [[nodiscard]] Result<std::vector<ArticleFile>> of_revision(ArticleId article, int revision);
    [[nodiscard]] Result<void> carry(ArticleId article, int revision, int number);
    /// Of the public revision of a published article, by its content.
    [[nodiscard]] Result<std::optional<ArticleFile>> public_file(std::string_view sha256);
    [[nodiscard]] Result<std::optional<ArticleId>> owner(attachment::AttachmentId attachment);

    [[nodiscard]] Result<void> insert(ArticleId article, const ArticleFile& file);
    [[nodiscard]] Result<void> remove(ArticleId article, int number);
    /// What its revisions carried, before they go.
    [[nodiscard]] Result<void> forget_revisions(ArticleId article);

private:
    database::Transaction& m_transaction;
};

/// Whoever brings it has asked whether that may be done now. The same content is brought once.
/// invalid "newsroom.file.shows" of the field "shows" for a picture without words; too_large
/// "newsroom.file.too_many".
[[nodiscard]] Result<ArticleFile> bring_file(Context& context, database::Transaction& transaction,
                                             const Article& article,
                                             const attachment::KeptFile& kept, std::string shows);
/// conflict "newsroom.file.kept" where a revision carries it; not_found "newsroom.file.not_found".
[[nodiscard]] Result<void> drop_file(Context& context, database::Transaction& transaction,
                                     const Article& article, int number);
/// With an article that nobody read.
[[nodiscard]] Result<void> drop_files(Context& context, database::Transaction& transaction,
                                      ArticleId article);

/// With what the store knows of it: name, kind, size, code.
struct ListedFile {
    ArticleFile file{};
    attachment::Attachment stored{};
};
[[nodiscard]] Result<std::vector<ListedFile>> listed_files(database::Transaction& transaction,
                                                           std::span<const ArticleFile> files);

/// Its address before its readers.
[[nodiscard]] std::string public_address(const ArticleFile& file);
/// The first picture of its text, for lists and for what others show of it; nothing where it has
/// none.
[[nodiscard]] Result<std::optional<ArticleFile>> cover_of(database::Transaction& transaction,
                                                          const Article& article);

}  // namespace caicach::newsroom
