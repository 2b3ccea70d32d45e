#include "channel/module.hpp"

#include "channel/broadcast/broadcasts.hpp"
#include "channel/media/media.hpp"
#include "channel/messages.hpp"
#include "channel/migrations.hpp"
#include "channel/newsletter/archive_handlers.hpp"
#include "channel/newsletter/composing_list_handlers.hpp"
#include "channel/newsletter/entry_handlers.hpp"
#include "channel/newsletter/issue_handlers.hpp"
#include "channel/newsletter/releasing.hpp"
#include "channel/newsletter/sending.hpp"
#include "channel/personal_data.hpp"
#include "channel/print/desk_handlers.hpp"
#include "channel/print/gallery_handlers.hpp"
#include "channel/screen/player_handlers.hpp"
#include "channel/screen/playlist_handlers.hpp"
#include "channel/screen/screen_handlers.hpp"
#include "channel/screen/screens_handlers.hpp"
#include "channel/subscription/subscribing.hpp"
#include "channel/subscription/subscription_handlers.hpp"

namespace caicach::channel
{

Module module()
{
    Module module("channel");
    for (const auto& [name, sql] : migrations::all) module.migration(name, sql);
    module.messages(messages::vi);
    add_composing_list(module);
    add_issues(module);
    add_entries(module);
    add_releasing(module);
    add_sending(module);
    add_archive(module);
    add_screens(module);
    add_screen(module);
    add_playlists(module);
    add_player(module);
    add_subscriptions(module);
    add_subscription_jobs(module);
    add_media(module);
    add_broadcasts(module);
    add_designs(module);
    add_gallery(module);
    add_personal_data(module);
    return module;
}

}  // namespace caicach::channel
