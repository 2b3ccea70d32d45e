#include "channel/reference_files.hpp"

#include <array>

#include "channel/broadcast/reading_time.hpp"
#include "channel/media/placement_kind.hpp"
#include "channel/media/press_rules.hpp"
#include "channel/subscription/bounce_rule.hpp"
#include "channel/subscription/consent.hpp"

namespace caicach::channel
{

std::span<const text::ReferenceFile> reference_files()
{
    static const std::array files{bounces_table(), broadcast_rules_table(), consents_table(),
                                  placement_kinds_table(), press_rules_table()};
    return files;
}

}  // namespace caicach::channel
