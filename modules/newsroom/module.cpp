#include "newsroom/module.hpp"

#include <memory>

#include "newsroom/article/publishing.hpp"
#include "newsroom/desk/article_file_handlers.hpp"
#include "newsroom/desk/article_form_handlers.hpp"
#include "newsroom/desk/article_handlers.hpp"
#include "newsroom/desk/change_handlers.hpp"
#include "newsroom/desk/desk_handlers.hpp"
#include "newsroom/desk/theme_handlers.hpp"
#include "newsroom/messages.hpp"
#include "newsroom/migrations.hpp"
#include "newsroom/personal_data.hpp"
#include "newsroom/portal/feed_handlers.hpp"
#include "newsroom/portal/offline_handlers.hpp"
#include "newsroom/portal/portal_handlers.hpp"
#include "newsroom/portal/public_files.hpp"
#include "newsroom/portal/rating_handlers.hpp"

namespace caicach::newsroom
{

Module module()
{
    Module module("newsroom");
    for (const auto& [name, sql] : migrations::all) module.migration(name, sql);
    module.messages(messages::vi);
    add_desk(module);
    add_article_forms(module);
    add_articles(module);
    add_article_files(module);
    add_changes(module);
    add_themes(module);
    add_publishing(module);
    // Shared: one for all pages, held by their routes.
    const auto cache = std::make_shared<PageCache>();
    add_portal(module, cache);
    add_feeds(module, cache);
    add_offline(module);
    add_ratings(module);
    add_public_files(module);
    add_personal_data(module);
    return module;
}

}  // namespace caicach::newsroom
