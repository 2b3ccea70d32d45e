#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "newsroom/article/article.hpp"

namespace caicach::newsroom
{

/// One text of an article, as somebody saved it.
struct Revision {
    int number{};
    ArticleText text{};
    Instant made_at{};
    AccountId made_by{};
    std::optional<Instant> public_at{};  ///< since when readers saw it
    std::string note{};                  ///< of a correction: what was wrong
    bool is_of_board{};                  ///< the board changed what the agency had sent
};

/// A line under a corrected article.
struct Correction {
    Instant at{};
    std::string note{};
};

/// Rows ↔ articles.
class ArticleStore
{
public:
    explicit ArticleStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "newsroom.article.not_found".
    [[nodiscard]] Result<Article> find(std::string_view code);
    [[nodiscard]] Result<Article> find(ArticleId id);
    /// Published or withdrawn.
    [[nodiscard]] Result<Article> find_public(std::string_view slug);
    [[nodiscard]] Result<Revision> revision(ArticleId id, int number);
    /// Newest first.
    [[nodiscard]] Result<std::vector<Revision>> revisions(ArticleId id);
    [[nodiscard]] Result<std::vector<Correction>> corrections(ArticleId id);

    /// Newest first, behind `before`; of every state where `state` is empty.
    [[nodiscard]] Result<std::vector<Article>> of_agency(organisation::AgencyId agency,
                                                         std::string_view state, ArticleId before,
                                                         int count);
    [[nodiscard]] Result<std::vector<Article>> in_state(ArticleState state, ArticleId before,
                                                        int count);
    [[nodiscard]] Result<std::vector<ArticleId>> due(Instant now);

    /// With its first text; gives id and code.
    [[nodiscard]] Result<void> insert(Article& article, const ArticleText& text);
    [[nodiscard]] Result<void> add_revision(const Article& article, const Revision& revision);
    /// conflict "base.changed_meanwhile".
    [[nodiscard]] Result<void> save(const Article& article);
    [[nodiscard]] Result<void> remove(const Article& article);
    /// Its public revision is seen from now on.
    [[nodiscard]] Result<void> show(const Article& article, Instant at);
    /// An address that nothing else has, made of the title, kept for ever.
    [[nodiscard]] Result<std::string> take_slug(const Article& article);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::newsroom
