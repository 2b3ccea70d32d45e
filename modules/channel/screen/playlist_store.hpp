#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "channel/screen/playlist.hpp"
#include "database/transaction.hpp"

namespace caicach::channel
{

/// Rows ↔ playlists with their slides, and urgent notices.
class PlaylistStore
{
public:
    explicit PlaylistStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "channel.playlist.not_found"; also what was removed.
    [[nodiscard]] Result<Playlist> find(std::string_view code);
    [[nodiscard]] Result<std::vector<Playlist>> of_agency(organisation::AgencyId agency);
    [[nodiscard]] Result<void> insert(Playlist& playlist);
    /// conflict "base.changed_meanwhile".
    [[nodiscard]] Result<void> save(const Playlist& playlist);
    [[nodiscard]] Result<void> remove(const Playlist& playlist, Instant now);

    /// In their order.
    [[nodiscard]] Result<std::vector<Slide>> slides(PlaylistId playlist);
    /// Removed ones, too: a player may tell of them later.
    [[nodiscard]] Result<std::optional<Slide>> slide(std::string_view code);
    /// One that shows the picture now.
    [[nodiscard]] Result<std::optional<Slide>> slide_of_content(organisation::AgencyId agency,
                                                                std::string_view sha256);
    [[nodiscard]] Result<std::optional<Slide>> slide_of_picture(attachment::AttachmentId picture);
    [[nodiscard]] Result<void> insert(Slide& slide, int position);
    [[nodiscard]] Result<void> place(SlideId slide, int position);
    [[nodiscard]] Result<void> remove(SlideId slide, Instant now);

    /// not_found "channel.urgent.not_found".
    [[nodiscard]] Result<Urgent> find_urgent(std::string_view code);
    [[nodiscard]] Result<std::optional<Urgent>> maybe_urgent(std::string_view code);
    /// Newest first.
    [[nodiscard]] Result<std::vector<Urgent>> urgent_of(organisation::AgencyId agency);
    /// Of the whole house: what runs or is to come, in the order made.
    [[nodiscard]] Result<std::vector<Urgent>> urgent_running(Instant now);
    [[nodiscard]] Result<void> insert(Urgent& urgent);
    /// conflict "base.changed_meanwhile" where it is over.
    [[nodiscard]] Result<void> end(UrgentId urgent, Instant now);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::channel
