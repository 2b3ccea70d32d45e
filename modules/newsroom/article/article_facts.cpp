#include "newsroom/article/article_facts.hpp"

#include <string>

#include "newsroom/paths.hpp"

namespace caicach::newsroom
{
namespace
{

constexpr std::string_view source_module = "newsroom";

evidence::Fact fact_of(const Context& context, const Article& article,
                       const evidence::FactKind& kind)
{
    return {.kind = kind,
            .agency = article.agency,
            // What the agency did was done when it sent the article in: a board that takes its time
            // makes nobody late.
            .happened_on = Date::of(article.sent_at.value_or(context.now())),
            .title = article.title,
            .source_module = std::string(source_module),
            .source_object = article.id.value};
}

}  // namespace

Result<void> record_sending(Context& context, database::Transaction& transaction,
                            const Article& article)
{
    const auto known = TRY(evidence::facts_of_object(transaction, source_module, article.id.value));
    if (!known.empty()) return {};
    TRY(evidence::record(context, transaction, fact_of(context, article, sent_fact)));
    return {};
}

Result<void> record_publication(Context& context, database::Transaction& transaction,
                                const Article& article)
{
    TRY(take_sending_back(context, transaction, article));
    auto fact = fact_of(context, article, published_fact);
    const auto& site = context.services().site;
    if (!site.empty()) fact.link = site + news_path(article.slug);
    TRY(evidence::record(context, transaction, fact));
    return {};
}

Result<void> take_sending_back(Context& context, database::Transaction& transaction,
                               const Article& article)
{
    const auto known = TRY(evidence::facts_of_object(transaction, source_module, article.id.value));
    for (const auto& one : known) {
        if (one.kind != sent_fact.key) continue;
        auto correction = fact_of(context, article, sent_fact);
        correction.happened_on = one.happened_on;
        correction.quantity = 0;
        correction.supersedes = one.id;
        TRY(evidence::record(context, transaction, correction));
    }
    return {};
}

}  // namespace caicach::newsroom
