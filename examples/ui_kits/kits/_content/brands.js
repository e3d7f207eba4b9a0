// Brands' marks, without those that are a tick or a square: one-colour paths from Simple Icons, and coloured pictures from Devicon
// without and with the name.

import {
  siAdidas, siAirbnb, siAldisud, siAliexpress, siAndroid, siAngular, siAnthropic, siApacheflink, siApachejmeter, siApple, siApplepay, siAppletv,
  siAppstore, siAral, siArchlinux, siAuchan, siAudi, siAudioboom, siAudiomack, siAurelia, siAuthentik, siAutodeskrevit, siAutoprefixer, siAwesomelists,
  siBadoo, siBandcamp, siBaseui, siBat, siBetterauth, siBiolink, siBitcoin, siBitcoincash, siBlender, siBlockchaindotcom, siBluesky, siBmw, siBookstack,
  siBootstrap, siBraintree, siBrandfetch, siBrave, siBudibase, siBuymeacoffee, siCheerio, siChessdotcom, siChevrolet, siClaris, siClaude, siCloudflare,
  siCloudways, siCodacy, siComptia, siCora, siCorsair, siCoursera, siCss, siDarkreader, siDashlane, siDatagrip, siDebian, siDeliveroo, siDevuan,
  siDialogflow, siDigitalocean, siDiscord, siDocker, siDodopayments, siDropbox, siDuolingo, siEbay, siElectronfiddle, siEpicgames, siEsotericsoftware,
  siEthereum, siEtsy, siExordo, siFacebook, siFacebookgaming, siFandango, siFdroid, siFigma, siFirefox, siFmod, siFord, siFormstack, siFrappe,
  siFreecad, siGit, siGithub, siGitlab, siGmail, siGnometerminal, siGo, siGoogle, siGooglechrome, siGoogledrive, siGooglemaps, siGooglepay,
  siGoogleplay, siGooglesearchconsole, siGradio, siGradleplaypublisher, siGraphql, siGrav, siHackthebox, siHandlebarsdotjs, siHelm, siHermes,
  siHomeadvisor, siHomeassistant, siHonda, siHtml5, siHuggingface, siHyundai, siIkea, siInstagram, siIntellijidea, siInteractiondesignfoundation,
  siIntuit, siIonos, siJabber, siJavascript, siJest, siJetbrains, siJira, siJsdelivr, siJupyter, siKakaotalk, siKarakeep, siKeeweb, siKlm, siKofi,
  siKotlin, siKubernetes, siLazyvim, siLetterboxd, siLibrewolf, siLightning, siLine, siLinkerd, siLinux, siLyft, siMalwarebytes, siManageiq, siMarkdown,
  siMastercard, siMastodon, siMatrix, siMcdonalds, siMdbook, siMedium, siMetacritic, siModin, siMongodb, siMonogame, siMsibusiness, siMysql, siNasa,
  siNaver, siNdi, siNetflix, siNetgear, siNetlify, siNginx, siNike, siNissan, siNodedotjs, siNotion, siNpm, siNumpy, siOhdear, siOpenbao,
  siOpencollective, siOpenhab, siOpenid, siOpera, siOsgeo, siPackt, siPandas, siPatreon, siPaypal, siPexels, siPhp, siPinboard, siPinterest, siPkgsrc,
  siPlaystation, siPlex, siPosit, siPostgresql, siPrepbytes, siPrometheus, siProtocolsdotio, siProtractor, siPuma, siPycharm, siPydantic, siPysyft,
  siPython, siPytorch, siQuad9, siQualcomm, siQubesos, siQuicktype, siRacket, siRadiofrance, siRam, siRavelry, siRazorpay, siReact, siReadme, siReddit,
  siRedis, siReplit, siRotaryinternational, siRtlzwei, siRuby, siRust, siSafari, siSamsung, siSaopaulometro, siSass, siSefaria, siSensu, siShopify,
  siSignal, siSilverairways, siSketch, siSmrt, siSnapchat, siSolana, siSony, siSpotify, siSqlite, siStackoverflow, siStarbucks, siStardock,
  siStarlingbank, siSteam, siStripe, siSumologic, siSupabase, siSupermicro, siSvelte, siSwift, siTailwindcss, siTeal, siTekton, siTelegram,
  siTensorflow, siTeradata, siTesla, siTextpattern, siThreads, siTiktok, siTimescale, siTopcoder, siToyota, siTrello, siTubi, siTurso, siTwitch,
  siTypescript, siUber, siUbuntu, siUdemy, siUml, siUnity, siVercel, siVirgin, siVisa, siVlcmediaplayer, siVolkswagen, siVscodium, siVuedotjs,
  siWalletconnect, siWechat, siWellsfargo, siWhatsapp, siWikidotgg, siWikipedia, siWordpress, siX, siXampp, siYamahacorporation, siYolo, siYoutube,
  siZoom,
} from "simple-icons";
import m0 from "devicon/icons/aarch64/aarch64-original.svg";
import m1 from "devicon/icons/aerospike/aerospike-original.svg";
import m2 from "devicon/icons/algolia/algolia-original.svg";
import m3 from "devicon/icons/angularjs/angularjs-original.svg";
import m4 from "devicon/icons/apple/apple-original.svg";
import m5 from "devicon/icons/appwrite/appwrite-original.svg";
import m6 from "devicon/icons/artixlinux/artixlinux-original.svg";
import m7 from "devicon/icons/awk/awk-original.svg";
import m8 from "devicon/icons/azuredevops/azuredevops-original.svg";
import m9 from "devicon/icons/bash/bash-original.svg";
import m10 from "devicon/icons/bazel/bazel-original.svg";
import m11 from "devicon/icons/bootstrap/bootstrap-original.svg";
import m12 from "devicon/icons/bower/bower-original.svg";
import m13 from "devicon/icons/browserstack/browserstack-original.svg";
import m14 from "devicon/icons/cairo/cairo-original.svg";
import m15 from "devicon/icons/capacitor/capacitor-original.svg";
import m16 from "devicon/icons/ceylon/ceylon-original.svg";
import m17 from "devicon/icons/chartjs/chartjs-original.svg";
import m18 from "devicon/icons/cloudrun/cloudrun-original.svg";
import m19 from "devicon/icons/cmake/cmake-original.svg";
import m20 from "devicon/icons/codepen/codepen-original.svg";
import m21 from "devicon/icons/coffeescript/coffeescript-original.svg";
import m22 from "devicon/icons/couchbase/couchbase-original.svg";
import m23 from "devicon/icons/cypressio/cypressio-original.svg";
import m24 from "devicon/icons/datadog/datadog-original.svg";
import m25 from "devicon/icons/debian/debian-original.svg";
import m26 from "devicon/icons/dotnetcore/dotnetcore-original.svg";
import m27 from "devicon/icons/electron/electron-original.svg";
import m28 from "devicon/icons/eleventy/eleventy-original.svg";
import m29 from "devicon/icons/expo/expo-original.svg";
import m30 from "devicon/icons/faunadb/faunadb-original.svg";
import m31 from "devicon/icons/feathersjs/feathersjs-original.svg";
import m32 from "devicon/icons/filezilla/filezilla-original.svg";
import m33 from "devicon/icons/firebird/firebird-original.svg";
import m34 from "devicon/icons/forgejo/forgejo-original.svg";
import m35 from "devicon/icons/githubactions/githubactions-original.svg";
import m36 from "devicon/icons/gitpod/gitpod-original.svg";
import m37 from "devicon/icons/grails/grails-original.svg";
import m38 from "devicon/icons/handlebars/handlebars-original.svg";
import m39 from "devicon/icons/hardhat/hardhat-original.svg";
import m40 from "devicon/icons/hibernate/hibernate-original.svg";
import m41 from "devicon/icons/htmx/htmx-original.svg";
import m42 from "devicon/icons/ifttt/ifttt-original.svg";
import m43 from "devicon/icons/influxdb/influxdb-original.svg";
import m44 from "devicon/icons/intellij/intellij-original.svg";
import m45 from "devicon/icons/jeet/jeet-original.svg";
import m46 from "devicon/icons/jekyll/jekyll-original.svg";
import m47 from "devicon/icons/jetpackcompose/jetpackcompose-original.svg";
import m48 from "devicon/icons/jhipster/jhipster-original.svg";
import m49 from "devicon/icons/jira/jira-original.svg";
import m50 from "devicon/icons/jupyter/jupyter-original.svg";
import m51 from "devicon/icons/k3s/k3s-original.svg";
import m52 from "devicon/icons/kotlin/kotlin-original.svg";
import m53 from "devicon/icons/laraveljetstream/laraveljetstream-original.svg";
import m54 from "devicon/icons/linuxmint/linuxmint-original.svg";
import m55 from "devicon/icons/logstash/logstash-original.svg";
import m56 from "devicon/icons/lumen/lumen-original.svg";
import m57 from "devicon/icons/magento/magento-original.svg";
import m58 from "devicon/icons/mapbox/mapbox-original.svg";
import m59 from "devicon/icons/mariadb/mariadb-original.svg";
import m60 from "devicon/icons/markdown/markdown-original.svg";
import m61 from "devicon/icons/moleculer/moleculer-original.svg";
import m62 from "devicon/icons/nestjs/nestjs-original.svg";
import m63 from "devicon/icons/netbeans/netbeans-original.svg";
import m64 from "devicon/icons/ngrok/ngrok-original.svg";
import m65 from "devicon/icons/nim/nim-original.svg";
import m66 from "devicon/icons/nixos/nixos-original.svg";
import m67 from "devicon/icons/nodered/nodered-original.svg";
import m68 from "devicon/icons/nodewebkit/nodewebkit-original.svg";
import m69 from "devicon/icons/okta/okta-original.svg";
import m70 from "devicon/icons/openstack/openstack-original.svg";
import m71 from "devicon/icons/opensuse/opensuse-original.svg";
import m72 from "devicon/icons/ory/ory-original.svg";
import m73 from "devicon/icons/packer/packer-original.svg";
import m74 from "devicon/icons/passport/passport-original.svg";
import m75 from "devicon/icons/phpstorm/phpstorm-original.svg";
import m76 from "devicon/icons/premierepro/premierepro-original.svg";
import m77 from "devicon/icons/prisma/prisma-original.svg";
import m78 from "devicon/icons/pulumi/pulumi-original.svg";
import m79 from "devicon/icons/putty/putty-original.svg";
import m80 from "devicon/icons/pycharm/pycharm-original.svg";
import m81 from "devicon/icons/pytorch/pytorch-original.svg";
import m82 from "devicon/icons/qodana/qodana-original.svg";
import m83 from "devicon/icons/rabbitmq/rabbitmq-original.svg";
import m84 from "devicon/icons/reflex/reflex-original.svg";
import m85 from "devicon/icons/remix/remix-original.svg";
import m86 from "devicon/icons/rocksdb/rocksdb-original.svg";
import m87 from "devicon/icons/scikitlearn/scikitlearn-original.svg";
import m88 from "devicon/icons/socketio/socketio-original.svg";
import m89 from "devicon/icons/sonarqube/sonarqube-original.svg";
import m90 from "devicon/icons/spss/spss-original.svg";
import m91 from "devicon/icons/stenciljs/stenciljs-original.svg";
import m92 from "devicon/icons/svelte/svelte-original.svg";
import m93 from "devicon/icons/svgo/svgo-original.svg";
import m94 from "devicon/icons/symfony/symfony-original.svg";
import m95 from "devicon/icons/tailwindcss/tailwindcss-original.svg";
import m96 from "devicon/icons/talos/talos-original.svg";
import m97 from "devicon/icons/tauri/tauri-original.svg";
import m98 from "devicon/icons/terraform/terraform-original.svg";
import m99 from "devicon/icons/tex/tex-original.svg";
import m100 from "devicon/icons/thealgorithms/thealgorithms-original.svg";
import m101 from "devicon/icons/titaniumsdk/titaniumsdk-original.svg";
import m102 from "devicon/icons/tmux/tmux-original.svg";
import m103 from "devicon/icons/turbo/turbo-original.svg";
import m104 from "devicon/icons/twilio/twilio-original.svg";
import m105 from "devicon/icons/vulkan/vulkan-original.svg";
import m106 from "devicon/icons/webflow/webflow-original.svg";
import m107 from "devicon/icons/webpack/webpack-original.svg";
import m108 from "devicon/icons/webstorm/webstorm-original.svg";
import m109 from "devicon/icons/xamarin/xamarin-original.svg";
import w0 from "devicon/icons/aerospike/aerospike-original-wordmark.svg";
import w1 from "devicon/icons/ansible/ansible-plain-wordmark.svg";
import w2 from "devicon/icons/ansys/ansys-plain-wordmark.svg";
import w3 from "devicon/icons/apachespark/apachespark-original-wordmark.svg";
import w4 from "devicon/icons/apachespark/apachespark-plain-wordmark.svg";
import w5 from "devicon/icons/apollographql/apollographql-original-wordmark.svg";
import w6 from "devicon/icons/clarity/clarity-original-wordmark.svg";
import w7 from "devicon/icons/cloudflare/cloudflare-original-wordmark.svg";
import w8 from "devicon/icons/cloudflareworkers/cloudflareworkers-original-wordmark.svg";
import w9 from "devicon/icons/codepen/codepen-original-wordmark.svg";
import w10 from "devicon/icons/couchdb/couchdb-plain-wordmark.svg";
import w11 from "devicon/icons/digitalocean/digitalocean-original-wordmark.svg";
import w12 from "devicon/icons/doctrine/doctrine-original-wordmark.svg";
import w13 from "devicon/icons/drupal/drupal-plain-wordmark.svg";
import w14 from "devicon/icons/embeddedc/embeddedc-plain-wordmark.svg";
import w15 from "devicon/icons/ember/ember-original-wordmark.svg";
import w16 from "devicon/icons/erlang/erlang-plain-wordmark.svg";
import w17 from "devicon/icons/fastapi/fastapi-original-wordmark.svg";
import w18 from "devicon/icons/faunadb/faunadb-original-wordmark.svg";
import w19 from "devicon/icons/firebase/firebase-plain-wordmark.svg";
import w20 from "devicon/icons/framework7/framework7-original-wordmark.svg";
import w21 from "devicon/icons/gatsby/gatsby-original-wordmark.svg";
import w22 from "devicon/icons/git/git-original-wordmark.svg";
import w23 from "devicon/icons/google/google-original-wordmark.svg";
import w24 from "devicon/icons/google/google-plain-wordmark.svg";
import w25 from "devicon/icons/googlecloud/googlecloud-plain-wordmark.svg";
import w26 from "devicon/icons/grafana/grafana-plain-wordmark.svg";
import w27 from "devicon/icons/hardhat/hardhat-plain-wordmark.svg";
import w28 from "devicon/icons/harvester/harvester-original-wordmark.svg";
import w29 from "devicon/icons/hyperv/hyperv-original-wordmark.svg";
import w30 from "devicon/icons/influxdb/influxdb-original-wordmark.svg";
import w31 from "devicon/icons/intellij/intellij-plain-wordmark.svg";
import w32 from "devicon/icons/jira/jira-plain-wordmark.svg";
import w33 from "devicon/icons/kalilinux/kalilinux-plain-wordmark.svg";
import w34 from "devicon/icons/keras/keras-plain-wordmark.svg";
import w35 from "devicon/icons/less/less-plain-wordmark.svg";
import w36 from "devicon/icons/meteor/meteor-original-wordmark.svg";
import w37 from "devicon/icons/nodejs/nodejs-plain-wordmark.svg";
import w38 from "devicon/icons/nomad/nomad-original-wordmark.svg";
import w39 from "devicon/icons/numpy/numpy-plain-wordmark.svg";
import w40 from "devicon/icons/okta/okta-original-wordmark.svg";
import w41 from "devicon/icons/opencv/opencv-plain-wordmark.svg";
import w42 from "devicon/icons/openstack/openstack-original-wordmark.svg";
import w43 from "devicon/icons/opera/opera-plain-wordmark.svg";
import w44 from "devicon/icons/passport/passport-original-wordmark.svg";
import w45 from "devicon/icons/pixijs/pixijs-original-wordmark.svg";
import w46 from "devicon/icons/plotly/plotly-original-wordmark.svg";
import w47 from "devicon/icons/pycharm/pycharm-original-wordmark.svg";
import w48 from "devicon/icons/python/python-plain-wordmark.svg";
import w49 from "devicon/icons/quarkus/quarkus-original-wordmark.svg";
import w50 from "devicon/icons/quarkus/quarkus-plain-wordmark.svg";
import w51 from "devicon/icons/rspec/rspec-original-wordmark.svg";
import w52 from "devicon/icons/sequelize/sequelize-original-wordmark.svg";
import w53 from "devicon/icons/spring/spring-original-wordmark.svg";
import w54 from "devicon/icons/spyder/spyder-plain-wordmark.svg";
import w55 from "devicon/icons/ssh/ssh-original-wordmark.svg";
import w56 from "devicon/icons/stackblitz/stackblitz-plain-wordmark.svg";
import w57 from "devicon/icons/stackoverflow/stackoverflow-plain-wordmark.svg";
import w58 from "devicon/icons/storybook/storybook-original-wordmark.svg";
import w59 from "devicon/icons/storybook/storybook-plain-wordmark.svg";
import w60 from "devicon/icons/subversion/subversion-original-wordmark.svg";
import w61 from "devicon/icons/swift/swift-plain-wordmark.svg";
import w62 from "devicon/icons/terramate/terramate-original-wordmark.svg";
import w63 from "devicon/icons/trpc/trpc-plain-wordmark.svg";
import w64 from "devicon/icons/turbo/turbo-plain-wordmark.svg";
import w65 from "devicon/icons/unrealengine/unrealengine-original-wordmark.svg";
import w66 from "devicon/icons/vault/vault-original-wordmark.svg";
import w67 from "devicon/icons/vsphere/vsphere-plain-wordmark.svg";
import w68 from "devicon/icons/vuejs/vuejs-plain-wordmark.svg";
import w69 from "devicon/icons/webgpu/webgpu-plain-wordmark.svg";

/** { title, hex, path } of each. */
export const MARKS = [
  siAdidas, siAirbnb, siAldisud, siAliexpress, siAndroid, siAngular, siAnthropic, siApacheflink, siApachejmeter, siApple, siApplepay, siAppletv,
  siAppstore, siAral, siArchlinux, siAuchan, siAudi, siAudioboom, siAudiomack, siAurelia, siAuthentik, siAutodeskrevit, siAutoprefixer, siAwesomelists,
  siBadoo, siBandcamp, siBaseui, siBat, siBetterauth, siBiolink, siBitcoin, siBitcoincash, siBlender, siBlockchaindotcom, siBluesky, siBmw, siBookstack,
  siBootstrap, siBraintree, siBrandfetch, siBrave, siBudibase, siBuymeacoffee, siCheerio, siChessdotcom, siChevrolet, siClaris, siClaude, siCloudflare,
  siCloudways, siCodacy, siComptia, siCora, siCorsair, siCoursera, siCss, siDarkreader, siDashlane, siDatagrip, siDebian, siDeliveroo, siDevuan,
  siDialogflow, siDigitalocean, siDiscord, siDocker, siDodopayments, siDropbox, siDuolingo, siEbay, siElectronfiddle, siEpicgames, siEsotericsoftware,
  siEthereum, siEtsy, siExordo, siFacebook, siFacebookgaming, siFandango, siFdroid, siFigma, siFirefox, siFmod, siFord, siFormstack, siFrappe,
  siFreecad, siGit, siGithub, siGitlab, siGmail, siGnometerminal, siGo, siGoogle, siGooglechrome, siGoogledrive, siGooglemaps, siGooglepay,
  siGoogleplay, siGooglesearchconsole, siGradio, siGradleplaypublisher, siGraphql, siGrav, siHackthebox, siHandlebarsdotjs, siHelm, siHermes,
  siHomeadvisor, siHomeassistant, siHonda, siHtml5, siHuggingface, siHyundai, siIkea, siInstagram, siIntellijidea, siInteractiondesignfoundation,
  siIntuit, siIonos, siJabber, siJavascript, siJest, siJetbrains, siJira, siJsdelivr, siJupyter, siKakaotalk, siKarakeep, siKeeweb, siKlm, siKofi,
  siKotlin, siKubernetes, siLazyvim, siLetterboxd, siLibrewolf, siLightning, siLine, siLinkerd, siLinux, siLyft, siMalwarebytes, siManageiq, siMarkdown,
  siMastercard, siMastodon, siMatrix, siMcdonalds, siMdbook, siMedium, siMetacritic, siModin, siMongodb, siMonogame, siMsibusiness, siMysql, siNasa,
  siNaver, siNdi, siNetflix, siNetgear, siNetlify, siNginx, siNike, siNissan, siNodedotjs, siNotion, siNpm, siNumpy, siOhdear, siOpenbao,
  siOpencollective, siOpenhab, siOpenid, siOpera, siOsgeo, siPackt, siPandas, siPatreon, siPaypal, siPexels, siPhp, siPinboard, siPinterest, siPkgsrc,
  siPlaystation, siPlex, siPosit, siPostgresql, siPrepbytes, siPrometheus, siProtocolsdotio, siProtractor, siPuma, siPycharm, siPydantic, siPysyft,
  siPython, siPytorch, siQuad9, siQualcomm, siQubesos, siQuicktype, siRacket, siRadiofrance, siRam, siRavelry, siRazorpay, siReact, siReadme, siReddit,
  siRedis, siReplit, siRotaryinternational, siRtlzwei, siRuby, siRust, siSafari, siSamsung, siSaopaulometro, siSass, siSefaria, siSensu, siShopify,
  siSignal, siSilverairways, siSketch, siSmrt, siSnapchat, siSolana, siSony, siSpotify, siSqlite, siStackoverflow, siStarbucks, siStardock,
  siStarlingbank, siSteam, siStripe, siSumologic, siSupabase, siSupermicro, siSvelte, siSwift, siTailwindcss, siTeal, siTekton, siTelegram,
  siTensorflow, siTeradata, siTesla, siTextpattern, siThreads, siTiktok, siTimescale, siTopcoder, siToyota, siTrello, siTubi, siTurso, siTwitch,
  siTypescript, siUber, siUbuntu, siUdemy, siUml, siUnity, siVercel, siVirgin, siVisa, siVlcmediaplayer, siVolkswagen, siVscodium, siVuedotjs,
  siWalletconnect, siWechat, siWellsfargo, siWhatsapp, siWikidotgg, siWikipedia, siWordpress, siX, siXampp, siYamahacorporation, siYolo, siYoutube,
  siZoom,
];

/** [name, picture] of each. */
export const PICTURES = [
  ["aarch64", m0], ["aerospike", m1], ["algolia", m2], ["angularjs", m3], ["apple", m4], ["appwrite", m5], ["artixlinux", m6], ["awk", m7],
  ["azuredevops", m8], ["bash", m9], ["bazel", m10], ["bootstrap", m11], ["bower", m12], ["browserstack", m13], ["cairo", m14], ["capacitor", m15],
  ["ceylon", m16], ["chartjs", m17], ["cloudrun", m18], ["cmake", m19], ["codepen", m20], ["coffeescript", m21], ["couchbase", m22], ["cypressio", m23],
  ["datadog", m24], ["debian", m25], ["dotnetcore", m26], ["electron", m27], ["eleventy", m28], ["expo", m29], ["faunadb", m30], ["feathersjs", m31],
  ["filezilla", m32], ["firebird", m33], ["forgejo", m34], ["githubactions", m35], ["gitpod", m36], ["grails", m37], ["handlebars", m38], ["hardhat",
  m39], ["hibernate", m40], ["htmx", m41], ["ifttt", m42], ["influxdb", m43], ["intellij", m44], ["jeet", m45], ["jekyll", m46], ["jetpackcompose",
  m47], ["jhipster", m48], ["jira", m49], ["jupyter", m50], ["k3s", m51], ["kotlin", m52], ["laraveljetstream", m53], ["linuxmint", m54], ["logstash",
  m55], ["lumen", m56], ["magento", m57], ["mapbox", m58], ["mariadb", m59], ["markdown", m60], ["moleculer", m61], ["nestjs", m62], ["netbeans", m63],
  ["ngrok", m64], ["nim", m65], ["nixos", m66], ["nodered", m67], ["nodewebkit", m68], ["okta", m69], ["openstack", m70], ["opensuse", m71], ["ory",
  m72], ["packer", m73], ["passport", m74], ["phpstorm", m75], ["premierepro", m76], ["prisma", m77], ["pulumi", m78], ["putty", m79], ["pycharm", m80],
  ["pytorch", m81], ["qodana", m82], ["rabbitmq", m83], ["reflex", m84], ["remix", m85], ["rocksdb", m86], ["scikitlearn", m87], ["socketio", m88],
  ["sonarqube", m89], ["spss", m90], ["stenciljs", m91], ["svelte", m92], ["svgo", m93], ["symfony", m94], ["tailwindcss", m95], ["talos", m96],
  ["tauri", m97], ["terraform", m98], ["tex", m99], ["thealgorithms", m100], ["titaniumsdk", m101], ["tmux", m102], ["turbo", m103], ["twilio", m104],
  ["vulkan", m105], ["webflow", m106], ["webpack", m107], ["webstorm", m108], ["xamarin", m109],
];

export const WORDMARKS = [
  w0, w1, w2, w3, w4, w5, w6, w7, w8, w9, w10, w11, w12, w13, w14, w15, w16, w17, w18, w19, w20, w21, w22, w23, w24, w25, w26, w27, w28, w29, w30, w31,
  w32, w33, w34, w35, w36, w37, w38, w39, w40, w41, w42, w43, w44, w45, w46, w47, w48, w49, w50, w51, w52, w53, w54, w55, w56, w57, w58, w59, w60, w61,
  w62, w63, w64, w65, w66, w67, w68, w69,
];
