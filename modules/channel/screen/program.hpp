#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "channel/screen/playlist.hpp"
#include "channel/screen/schedule.hpp"
#include "manifest/context.hpp"

namespace caicach::channel
{

/// A slide or an urgent notice as viewers see it: an article with its title of today.
struct ShownSlide {
    std::string code{};
    std::string kind{};  ///< a SlideKind's key, or "urgent"
    std::string title{};
    std::string body{};
    std::string sha256{};   ///< of its picture; may be empty
    std::string address{};  ///< for the QR code; may be empty
    int seconds{};
};

/// All that one screen is to show from now on.
struct ScreenProgram {
    Program plan{};
    std::vector<ShownSlide> slides{};

    [[nodiscard]] const ShownSlide* find(std::string_view code) const;
};

/// Withdrawn articles, and a newsletter that never appeared, are left out.
[[nodiscard]] Result<ScreenProgram> program_of(const Context& context,
                                               database::Transaction& transaction,
                                               const Screen& screen);
/// As viewers see it; nothing where there is nothing to be seen any more.
[[nodiscard]] Result<std::optional<ShownSlide>> shown(const Context& context,
                                                      database::Transaction& transaction,
                                                      const Slide& slide);

}  // namespace caicach::channel
