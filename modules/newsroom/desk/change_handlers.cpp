#include "newsroom/desk/change_handlers.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "newsroom/article/article_files.hpp"
#include "newsroom/desk/article_access.hpp"
#include "newsroom/desk/change_views.hpp"

namespace caicach::newsroom
{
namespace
{

Result<Revision> revision_asked(database::Transaction& transaction, const Article& article,
                                int number)
{
    if (number < 1 || number > article.revision)
        return failure(Failure::not_found, "newsroom.revision.not_found");
    return ArticleStore{transaction}.revision(article.id, number);
}

/// A line for each file that the revision lists.
Result<std::string> names_in(database::Transaction& transaction, const Article& article,
                             const Revision& revision)
{
    const auto files = TRY(ArticleFiles{transaction}.of_revision(article.id, revision.number));
    std::string names;
    for (const auto& one : files)
        if (!one.is_picture) names += one.shows + "\n";
    return names;
}

Result<std::vector<ChangedField>> changed_fields(database::Transaction& transaction,
                                                 const ChangesPage& page)
{
    const auto files_before = TRY(names_in(transaction, page.article, page.from));
    const auto files_after = TRY(names_in(transaction, page.article, page.to));
    struct Pair {
        std::string_view name{};
        std::string_view before{};
        std::string_view after{};
    };
    const auto& from = page.from.text;
    const auto& to = page.to.text;
    const std::array pairs{
        Pair{"Tiêu đề", from.title, to.title}, Pair{"Tóm tắt", from.summary, to.summary},
        Pair{"Nội dung", from.body, to.body}, Pair{"Nguồn", from.source, to.source},
        Pair{"Tệp đăng kèm", files_before, files_after}};
    std::vector<ChangedField> fields;
    fields.reserve(pairs.size());
    for (const auto& one : pairs)
        if (one.before != one.after)
            fields.push_back({.name = one.name, .parts = changes_between(one.before, one.after)});
    return fields;
}

Result<http::Response> show_changes(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    ChangesPage page;
    page.article = TRY(readable_in(context, transaction, request));
    const auto to = TRY(request.maybe_integer("den", {.lowest = 1}));
    const auto later = static_cast<int>(to.value_or(page.article.revision));
    const auto from = TRY(request.maybe_integer("tu", {.lowest = 1}));
    const auto earlier = static_cast<int>(from.value_or(std::max(1, later - 1)));
    page.to = TRY(revision_asked(transaction, page.article, later));
    page.from = TRY(revision_asked(transaction, page.article, earlier));
    page.maker = TRY(name_of(transaction, page.to.made_by));
    page.fields = TRY(changed_fields(transaction, page));
    return changes_page(context, page);
}

}  // namespace

void add_changes(Module& module)
{
    module.get("/toa-soan/{article}/so-sanh", http::Access::signed_in, show_changes);
}

}  // namespace caicach::newsroom
