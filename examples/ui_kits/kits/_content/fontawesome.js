// Names of Font Awesome's free icons in its three faces, without those that are drawn as controls.

export const SOLID = `
address-book allergies angles-down archway arrow-alt-circle-up arrow-circle-down arrow-down-long arrow-pointer arrow-right-arrow-left
arrow-right-from-bracket arrow-right-rotate arrow-turn-down arrows-alt arrows-down-to-people arrows-to-eye bag-shopping bank bar-chart bars-progress
bars-staggered bathtub battery-full bed-pulse bell bicycle binoculars biohazard blog bolt bolt-lightning book-bookmark book-journal-whills book-open
book-reader book-tanakh bowling-ball brain bridge-lock building-circle-exclamation building-un bus-side calculator calendar-day camera-retro cancel
cancer cannabis car caret-down caret-right chain-slash chalkboard champagne-glasses chess-pawn chevron-circle-down chevron-down chevron-left church
clipboard clipboard-list close cloud-arrow-down cloud-moon-rain cloud-rain coffee comment-alt compact-disc concierge-bell cookie-bite couch cow
crosshairs cruzeiro-sign database deaf diagram-project diamond directions divide dollar dollar-sign donate down-long download drafting-compass dragon
draw-polygon drum-steelpan dumbbell envelope-open-text ethernet expand explosion eye-low-vision eye-slash eyedropper face-flushed face-grin
face-grin-beam face-grin-tongue-wink face-grin-wide face-grin-wink face-laugh-squint face-smile-beam face-surprise file-arrow-down file-fragment
file-invoice-dollar file-powerpoint fire-alt fist-raised folder-closed forward-fast gamepad gauge-med gauge-simple-med gavel gemini glass-martini-alt
glass-whiskey globe-africa golf-ball grid-horizontal grin-squint-tears grin-tears grip-lines-vertical hammer hand-holding-droplet hand-holding-heart
hand-middle-finger hand-sparkles handcuffs handshake-angle hanukiah hat-cowboy head-side-cough heart-circle-bolt helmet-safety hexagon hexagon-nodes
highlighter home-user hospital-symbol hourglass hourglass-empty hourglass-end hourglass-start house-chimney-crack house-chimney-window house-fire
house-signal house-tsunami house-user id-card indian-rupee-sign infinity inr jar jedi kiss-beam land-mine-on landmark-alt laptop-file laptop-house
laptop-medical laugh-beam laugh-wink left-long level-up-alt life-ring location-pin location-pin-lock lock-open magnifying-glass-minus male
mattress-pillow microscope mill-sign mobile-button mobile-screen-button money-bill-wave money-bill-wave-alt moon mosquito motorcycle mound
mountain-city mug-hot mug-saucer notes-medical octagon panorama paperclip pause pen-ruler people-carry people-pulling person person-biking person-cane
person-digging person-praying person-walking-luggage picture-in-picture pizza-slice play-circle podcast poo-bolt puzzle-piece quidditch-broom-ball
quote-left quote-right-alt rainbow ranking-star remove-format republican right-to-bracket ring road road-circle-exclamation road-spikes rotate-left
rouble rss ruler rupee school-circle-exclamation screwdriver scroll share shield-heart shipping-fast shoe-prints shopping-cart shrimp shuttle-space
shuttle-van sign signature sitemap smile-wink smoking-ban snowflake sort-amount-asc spaghetti-monster-flying spider staff-snake stamp step-backward
stream subscript suitcase-rolling table-cells-row-lock table-list tachograph-digital tachometer-fast taxi teeth-open temperature-quarter
temperature-up tent terminal text-width thermometer-quarter timeline tint tired toilet-paper toilet-portable toilets-portable tower-broadcast
trademark tram trowel-bricks truck-pickup tty umbrella-beach university users users-slash van-shuttle venus-double virus-covid-slash viruses volcano
volleyball volleyball-ball volume-high volume-times walking wand-sparkles warning wheat-alt wheat-awn whiskey-glass wifi-strong window-maximize
window-minimize xmarks-lines zap
`.trim().split(/\s+/);

export const REGULAR = `
address-card alarm-clock arrow-alt-circle-down arrow-alt-circle-up bell bell-slash building calendar calendar-plus calendar-times camera-alt
chess-pawn chess-rook clock clock-four clone cloud comment comment-alt comments compass contact-book contact-card copyright credit-card-alt
drivers-license envelope-open face-angry face-dizzy face-grimace face-grin-beam face-grin-beam-sweat face-grin-hearts face-grin-squint face-grin-stars
face-grin-tongue face-grin-tongue-wink face-grin-wink face-kiss face-kiss-beam face-laugh face-laugh-squint face-laugh-wink face-meh face-rolling-eyes
face-sad-tear face-smile-beam face-smile-wink face-surprise file file-alt file-archive file-audio file-clipboard file-code file-lines file-pdf
file-zipper font-awesome-flag font-awesome-logo-full futbol grin-beam-sweat grin-squint grin-stars grin-tears grin-tongue grin-tongue-wink grin-wink
hand hand-back-fist hand-rock handshake hard-drive hdd headphones headphones-alt headphones-simple heart home home-lg-alt hospital-alt hourglass
id-card image images keyboard kiss kiss-beam laugh laugh-beam laugh-wink lemon lightbulb meh meh-rolling-eyes money-bill-alt moon object-group
object-ungroup paste play-circle registered sad-cry sad-tear save smile-wink star-half thumbs-up tired trash-can truck user-alt user-circle user-large
vcard window-close window-maximize window-minimize window-restore xmark-circle
`.trim().split(/\s+/);

export const BRANDS = `
airbnb algolia alipay amazon amilia android apple artstation asymmetrik atlassian autoprefixer avianex aviato behance bgg bilibili bimobject bitbucket
black-tie blackberry blogger board-game-geek brave-reverse buffer build-awesome canadian-maple-leaf cc-jcb cc-mastercard chromecast cloudversify
cmplid codepen copilot cpanel creative-commons-nc-eu creative-commons-nd creative-commons-pd creative-commons-sa css cuttlefish dailymotion dart-lang
dashcube delicious dev devpost diaspora digg discord dochub draft2digital dribbble drupal duolingo earlybirds edge ello ember envira evernote
expeditedssl fedex fediverse figma firefox firefox-browser font-awesome font-awesome-alt font-awesome-flag fonticons-fi forumbee free-code-camp
fulcrum get-pocket git git-alt gitlab gitter glide golang google google-drive google-wallet gratipay guilded gulp hashnode hips hive hornbill hotjar
html5 hubspot ideal instagram instalod intercom internet-explorer java joget js jxl kaggle kakao-talk keybase ko-fi kubernetes laravel lastfm leetcode
letterboxd line linkedin-in linktree linux lumon matrix mattermost maxcdn mdb medrt megaport mendeley microblog mintbit mix modx neos nextcloud
node-js nutritionix obs-studio obsidian octopus-deploy odysee old-republic openai opencart opensuse pagelines palfed patreon perbyte pied-piper
pixelfed pixiv product-hunt python quora ravelry react renren replyd researchgate rocketchat rockrms ror rust safari scribd sellcast sellsy shopify
sith sitrox sketch skyatlas slack-hash slideshare sourcetree stack-exchange staylinked storybook strava stripe stumbleupon stumbleupon-circle
superpowers supportnow symfony symfonycasts tailwind-css teamspeak tencent-weibo tesla themeco tidal tiktok trade-federation trello twitch twitter
typescript ubuntu uikit ultralytics-yolo uniregistry unity ups ussunnah vaadin viacoin vim vimeo vine visual-studio vnv w3c waze web-awesome whatsapp
whmcs wix wordpress-simple wpexplorer wpforms wpressr wsh xbox zhihu
`.trim().split(/\s+/);
