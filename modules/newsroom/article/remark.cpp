#include "newsroom/article/remark.hpp"

#include "newsroom/article/writing.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/sql.hpp"

namespace caicach::newsroom
{
namespace
{

struct RemarkTag;
using RemarkId = Id<RemarkTag>;

}  // namespace

Result<std::vector<Remark>> remarks_of(database::Transaction& transaction, ArticleId article)
{
    return transaction.all(
        sql::remarks_of,
        [](const database::Row& row) {
            return Remark{.revision = static_cast<int>(row.integer("revision")),
                          .made_by = row.id<AccountId>("made_by"),
                          .is_of_board = row.boolean("by_board"),
                          .made_at = row.instant("made_at"),
                          .text = row.string("text")};
        },
        article, limits::remarks_max);
}

Result<void> remark(Context& context, database::Transaction& transaction, const Article& article,
                    const std::string& text)
{
    const auto held = held_for(context, article);
    TRY(require_act(article, held, Act::remark));
    if (text.empty()) return failure(Failure::invalid, "newsroom.remark.empty", "remark");
    TRY(keep_remark(context, transaction, article, text, held.edits || held.publishes));
    return context.record(transaction, "newsroom.article.remarked", "newsroom.article",
                          article.id.value);
}

Result<void> keep_remark(Context& context, database::Transaction& transaction,
                         const Article& article, std::string_view text, bool is_of_board)
{
    const auto count = TRY(transaction.one(
        sql::count_remarks, [](const database::Row& row) { return row.integer("count"); },
        article.id));
    if (count >= limits::remarks_max)
        return failure(Failure::too_large, "newsroom.remark.too_many", "remark",
                       {std::to_string(limits::remarks_max)});
    return transaction.change_one(sql::insert_remark, make_id<RemarkId>(), article.id,
                                  std::int64_t{article.revision}, context.actor().account,
                                  is_of_board, context.now(), text);
}

}  // namespace caicach::newsroom
