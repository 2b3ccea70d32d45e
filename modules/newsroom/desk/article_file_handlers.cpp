#include "newsroom/desk/article_file_handlers.hpp"

#include <charconv>
#include <utility>

#include "newsroom/article/article_store.hpp"
#include "newsroom/article/writing.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/paths.hpp"
#include "newsroom/permissions.hpp"
#include "web/components/frame.hpp"

namespace caicach::newsroom
{
namespace
{

/// Whether in its agency's or in the board's hands: who may change the text now.
Result<void> require_changing(const Context& context, const Article& article)
{
    const auto act = article.state == ArticleState::published ? Act::correct : Act::edit;
    return require_act(article, held_for(context, article), act);
}

Result<http::Response> post_removal(Context& context, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("article"));
    auto transaction = TRY(context.begin());
    const auto article = TRY(ArticleStore{transaction}.find(code));
    TRY(require_changing(context, article));
    const auto number = TRY(request.path<int>("number"));
    TRY(drop_file(context, transaction, article, number));
    TRY(transaction.commit());
    return web::redirect_with(article_path(article.code) + "#tep", "newsroom.file.removed");
}

/// Who writes, edits or publishes the article sees what goes along with it.
Result<void> answer_for_file(Context& context, database::Transaction& transaction,
                             const attachment::FileAsked& asked)
{
    if (asked.may_be_read) return {};
    const auto id = TRY(ArticleFiles{transaction}.owner(asked.file));
    if (!id) return {};
    const auto article = TRY(ArticleStore{transaction}.find(*id));
    const auto held = held_for(context, article);
    asked.may_be_read = held.writes || held.edits || held.publishes;
    return {};
}

}  // namespace

Result<std::optional<attachment::KeptFile>> file_in(Context& context, const http::Request& request)
{
    std::optional<attachment::KeptFile> none;
    for (const auto& upload : request.files()) {
        if (upload.field != "file" || upload.size == 0) continue;
        auto kept = attachment::keep(context, attachment::file_of(upload), article_file_use());
        if (kept) return std::move(*kept);
        kept.error().field = "file";
        return tl::unexpected<Error>(std::move(kept).error());
    }
    return none;
}

Result<ArticleFile> bring_from(Context& context, database::Transaction& transaction,
                               const http::Request& request, const Article& article,
                               const attachment::KeptFile& kept)
{
    auto shows = TRY(request.maybe_text("shows", limits::shows_length_max)).value_or("");
    return bring_file(context, transaction, article, kept, std::move(shows));
}

std::vector<int> ticked_in(const http::Request& request)
{
    std::vector<int> numbers;
    for (const auto& field : request.fields()) {
        if (field.name != "files") continue;
        int number = 0;
        const auto* const end = field.value.data() + field.value.size();
        const auto read = std::from_chars(field.value.data(), end, number);
        if (read.ec == std::errc{} && read.ptr == end) numbers.push_back(number);
    }
    return numbers;
}

void add_article_files(Module& module)
{
    module.post("/toa-soan/{article}/tep/{number}/bo", http::Access::holder_of(write_articles.key),
                post_removal);
    module.on<attachment::FileAsked>(answer_for_file);
}

}  // namespace caicach::newsroom
